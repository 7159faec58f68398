import type { Report } from '../document/report.js';
import { type Case, casesOf, explain, runCase } from './cases.js';
import { clipped } from './printable.js';

/** Characters of the longest text that is told in full. */
const LONGEST = 1000;

const OPENING = 'KTAP version 1';

/** The report as KTAP 1: a test a rule with its scenarios below it, and the run as the last one. */
export function renderKtap(report: Report): string {
  const { kit, subject, rules, result } = report;
  return [
    OPENING,
    `1..${rules.length + 1}`,
    `# ${words(`${kit.name} ${kit.version}, subject ${subject.name} ${subject.version} (${subject.kind})`)}`,
    `# result ${result}`,
    ...rules.flatMap((rule, index) => {
      const cases = casesOf(rule);
      const verdict = { name: rule.id, verdict: rule.verdict, reason: rule.reason ?? '', unmet: [] };
      return [...nested(cases), ...testLines(verdict, index + 1)];
    }),
    ...testLines(runCase(report), rules.length + 1),
    '',
  ].join('\n');
}

function nested(cases: readonly Case[]): readonly string[] {
  const lines = [OPENING, `1..${cases.length}`, ...cases.flatMap((one, index) => testLines(one, index + 1))];
  return lines.map((line) => `  ${line}`);
}

/** What did not hold stands in lines before the one of the test. */
function testLines(one: Case, number: number): readonly string[] {
  const name = words(one.location === undefined ? one.name : `${one.name} (${one.location})`);
  const remarks = REMARKED.has(one.verdict) ? [`# ${one.verdict}: ${words(explain(one))}`] : [];
  return [...remarks, `${statusOf(one, number)} ${name}${directiveOf(one)}`];
}

const REMARKED: ReadonlySet<Case['verdict']> = new Set(['failed', 'warned', 'known-failure']);

function statusOf({ verdict }: Case, number: number): string {
  return verdict === 'failed' || verdict === 'broken' ? `not ok ${number}` : `ok ${number}`;
}

function directiveOf({ verdict, reason }: Case): string {
  switch (verdict) {
    case 'not-testable':
    case 'not-applicable':
      return ` # SKIP ${verdict}: ${words(reason)}`;
    case 'broken':
      return ` # ERROR ${words(reason)}`;
    case 'known-failure':
      return ` # XFAIL ${words(reason)}`;
    default:
      return '';
  }
}

/** A # would begin a directive, and { at the end of a line other tests. */
function words(text: string): string {
  const shown = clipped(text.trim(), LONGEST).replaceAll('#', '\\u{23}').replace(/\{$/, '\\u{7b}');
  return shown === '' ? '(empty)' : shown;
}
