import { repeatRule } from '../document/repeat.js';
import type { Report, RuleReport, Verdict } from '../document/report.js';
import { byReason } from './by-reason.js';
import { type Case, casesOf, explain, runCase } from './cases.js';
import { clipped } from './printable.js';
import { RESULT_WORDS } from './result-words.js';

/** Bytes of the longest summary; GitHub shows none that is longer than 1 MiB. */
const LARGEST = 1_000_000;

/** Characters of the longest text that is told in full, and of how many scenarios of a rule. */
const LONGEST = 600;
const TOLD = 3;

const SIGNS = { passed: '✅', failed: '❌', broken: '❓' } as const;

/** The report as Markdown for the summary of a job: the result and the counts, then what failed, was warned of or was not learnt. */
export function renderGithubSummary(report: Report, sha256: string): string {
  const paragraphs = [
    ...heading(report),
    ...report.problems.map((problem) => `> ${plain(problem)}`),
    ...section('Failed', report, 'failed'),
    ...section('Warned', report, 'warned'),
    ...section('Known failures', report, 'known-failure'),
    ...waivers(report),
    ...undecided(report, 'broken', 'Broken'),
    ...undecided(report, 'not-testable', 'Not testable'),
    ...undecided(report, 'not-applicable', 'Not applicable'),
  ];
  return `${within(LARGEST, paragraphs, `SHA-256 of report.json: <code>${sha256}</code>`).join('\n\n')}\n`;
}

function heading(report: Report): readonly string[] {
  const { result, counts, subject, kit, ruleSet, reproduce } = report;
  const { verdict } = runCase(report);
  const names = Object.keys(counts).map((name) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
  return [
    `## ${SIGNS[verdict]} ${result}: ${RESULT_WORDS[result]}`,
    [names, names.map(() => '---:'), Object.values(counts)].map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
    `${plain(`${subject.name} ${subject.version}`)} (${subject.kind}), judged by ${kit.name} ${plain(kit.version)} with the rules ${plain(ruleSet.name)}`,
    code(reproduce),
  ];
}

function section(title: string, report: Report, verdict: 'failed' | 'warned' | 'known-failure'): readonly string[] {
  const rules = report.rules.filter((rule) => rule.verdict === verdict);
  return rules.length === 0 ? [] : [`### ${title}: ${rules.length}`, ...rules.flatMap((rule) => ruleParagraphs(report, rule))];
}

function ruleParagraphs(report: Report, rule: RuleReport): readonly string[] {
  const culprits = casesOf(rule).filter(({ verdict }) => verdict === rule.verdict);
  const untold = culprits.length - TOLD;
  return [
    `**${plain(rule.id)}** (${rule.level}): ${plain(rule.title)}`,
    [...culprits.slice(0, TOLD).map(item), ...(untold > 0 ? [`- and ${untold} more`] : [])].join('\n'),
    code(repeatRule(report, rule.id)),
  ];
}

function item(one: Case): string {
  return `- ${plain(one.name)} (${plain(one.location ?? 'no scenario')}): ${plain(explain(one))}`;
}

function waivers({ waivers: all }: Report): readonly string[] {
  if (all.length === 0) return [];
  const items = all.map(
    ({ rule, state, reason, owner, expires, link }) =>
      `- ${plain(rule)}: ${state}, ${plain(reason)} (${plain(owner)}, until ${plain(expires)}, ${plain(link)})`,
  );
  return [`### Waivers: ${all.length}`, items.join('\n')];
}

function undecided({ rules }: Report, verdict: Verdict, title: string): readonly string[] {
  const open = rules.filter((rule) => rule.verdict === verdict);
  if (open.length === 0) return [];
  const items = [...byReason(open)].map(([reason, alike]) => {
    const named = alike.length > TOLD ? `${alike.length} rules` : alike.map(({ id }) => plain(id)).join(' and ');
    return `- ${named}: ${plain(reason)}`;
  });
  return [`### ${title}: ${open.length}`, items.join('\n')];
}

/** As many of the paragraphs as there is room for, and the last one. */
function within(limit: number, paragraphs: readonly string[], last: string): readonly string[] {
  const told: string[] = [];
  let bytes = 0;
  for (const paragraph of paragraphs) {
    bytes += Buffer.byteLength(paragraph) + 2;
    if (bytes > limit) return [...told, 'There is more in report.json.', last];
    told.push(paragraph);
  }
  return [...told, last];
}

function code(command: string): string {
  return `<pre>${plain(command)}</pre>`;
}

/** Text as text: a sign that is given by its number is never taken for Markdown, HTML, a link or a mention. */
function plain(text: string): string {
  return clipped(text, LONGEST).replace(/[^\p{L}\p{M}\p{N} ]/gu, (sign) => `&#${sign.codePointAt(0)};`) || 'nothing';
}
