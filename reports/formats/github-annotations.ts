import { repeatRule } from '../document/repeat.js';
import type { Report, RuleReport } from '../document/report.js';
import { casesOf, explain, runCase } from './cases.js';
import { clipped } from './printable.js';

/** GitHub shows no more annotations of one kind for a step. */
const SHOWN = 10;

/** Characters of the longest text that is told in full. */
const LONGEST = 1000;

type Kind = 'error' | 'warning' | 'notice';

/**
 * The report as commands to the runner of GitHub Actions, one a line: the result first, then what failed and what was
 * warned of, as far as GitHub shows it.
 */
export function renderGithubAnnotations(report: Report): string {
  const { verdict, reason } = runCase(report);
  const run = command(verdict === 'passed' ? 'notice' : 'error', report.kit.name, `${report.subject.name}: ${reason}`);
  // The line of the run is one of those that are shown.
  const failed = commands(report, 'failed', 'error', SHOWN - 1);
  return [run, ...failed, ...commands(report, 'warned', 'warning', SHOWN)].map((line) => `${line}\n`).join('');
}

function commands(report: Report, verdict: 'failed' | 'warned', kind: Kind, room: number): readonly string[] {
  const rules = report.rules.filter((rule) => rule.verdict === verdict);
  if (rules.length <= room) return rules.map((rule) => commandOf(report, rule, kind));
  const untold = rules.length - room + 1;
  const more = command(kind, `and ${untold} more`, `${untold} more rules are ${verdict}; all are in report.json`);
  return [...rules.slice(0, room - 1).map((rule) => commandOf(report, rule, kind)), more];
}

function commandOf(report: Report, rule: RuleReport, kind: Kind): string {
  const [culprit] = casesOf(rule).filter(({ verdict }) => verdict === rule.verdict);
  const what = culprit === undefined ? '' : `${clipped(`${culprit.name}: ${explain(culprit)}`, LONGEST)}\n`;
  return command(kind, `${rule.id} (${rule.level})`, `${clipped(rule.title, LONGEST)}\n${what}${repeatRule(report, rule.id)}`);
}

function command(kind: Kind, title: string, message: string): string {
  const lines = message.split('\n').map((line) => clipped(line, 2 * LONGEST));
  return `::${kind} title=${property(clipped(title, LONGEST))}::${data(lines.join('\n'))}`;
}

/** What the runner decodes again. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
