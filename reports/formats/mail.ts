import { repeatRule } from '../document/repeat.js';
import type { Report, RuleReport, ScenarioReport, Verdict } from '../document/report.js';
import { MAIL_CLOSING, MAIL_COUNTS, MAIL_OPENING, type MailLabel } from './mail-words.js';
import { clipped } from './printable.js';
import { labelled, labelledCommand } from './wrap.js';

/** Of many failures, how many are told with their scenarios; of the scenarios of one, how many. */
const TOLD_RULES = 20;
const TOLD_SCENARIOS = 3;

/** Characters of the longest text that is told in full. */
const LONGEST = 600;

/** For who has the evidence: every call of it, to be looked at. */
const PAGE = 'npx fwctl-conformance render report.json --format html --out report.html';

/**
 * The report for a mail: ASCII of 72 columns without markup, that `readMail` can take from a mail again. The result and
 * the counts come first, and last the digest of the file that holds the evidence.
 */
export function renderMail(report: Report, sha256: string): string {
  const paragraphs = [
    [`${MAIL_OPENING}${report.result}`, ...countLines(report)],
    identity(report),
    report.problems.flatMap((problem) => field('problem', problem)),
    ...(['failed', 'warned'] as const).flatMap((verdict) => violations(report, verdict)),
    ...report.waivers.map(waiver),
    undecided(report, 'broken', 'broken'),
    undecided(report, 'untested', 'not-testable'),
    report.selection.leftOut.flatMap((id) => field('left out', id)),
    [MAIL_CLOSING, `  ${sha256}`],
  ];
  return `${paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function field(label: MailLabel, text: string): readonly string[] {
  return labelled(label, text.trim() === '' ? '(empty)' : ascii(text));
}

/** Mail programs differ in all other characters, and letters that look alike must not. */
function ascii(text: string): string {
  return clipped(text, LONGEST).replace(/[^\0-\x7f]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

function countLines({ counts }: Report): readonly string[] {
  return MAIL_COUNTS.map((row) => `  ${row.map(([name, words]) => `${words} ${counts[name]}`).join('   ')}`);
}

function identity({ subject, kit, ruleSet, footer, reproduce }: Report): readonly string[] {
  const { complete, endedBy, rulesListed, rulesInSet } = footer;
  return [
    ...field('subject', `${subject.name} ${subject.version} (${subject.kind})`),
    ...field('kit', `${kit.name} ${kit.version}`),
    ...field('rules', `${ruleSet.name}, digest ${ruleSet.digest.slice(0, 16)}`),
    ...field('run', `${complete ? 'complete' : `not complete, ${endedBy}`}, ${rulesListed} of ${rulesInSet} rules listed`),
    ...labelledCommand('repeat', ascii(reproduce)),
    ...labelledCommand('page', PAGE),
  ];
}

/** Every rule with that verdict by its id; the first ones with how to see it again. */
function violations(report: Report, verdict: 'failed' | 'warned'): readonly (readonly string[])[] {
  const rules = withVerdict(report, verdict);
  const rest = rules.slice(TOLD_RULES).flatMap((rule) => named(rule, verdict));
  return [...rules.slice(0, TOLD_RULES).map((rule) => [...named(rule, verdict), ...details(report, rule)]), rest];
}

function withVerdict({ rules }: Report, verdict: Verdict): readonly RuleReport[] {
  return rules.filter((rule) => rule.verdict === verdict);
}

function named({ id, level }: RuleReport, label: 'failed' | 'warned'): readonly string[] {
  return field(label, `${id} (${level})`);
}

function details(report: Report, rule: RuleReport): readonly string[] {
  const culprits = rule.scenarios.filter(({ verdict }) => verdict === 'failed');
  const untold = culprits.length - TOLD_SCENARIOS;
  return [
    ...field('title', rule.title),
    ...rule.source.slice(0, 1).flatMap(({ document, where }) => field('source', `${document}, ${where}`)),
    ...culprits.slice(0, TOLD_SCENARIOS).flatMap(culprit),
    ...(untold > 0 ? field('scenario', `and ${untold} more`) : []),
    ...labelledCommand('repeat', ascii(repeatRule(report, rule.id))),
  ];
}

function culprit({ name, location, reason, evidence }: ScenarioReport): readonly string[] {
  const { expectations, counterexample } = evidence.toJSON();
  const unmet = expectations.find(({ held }) => !held);
  return [
    ...field('scenario', name),
    ...field('at', location),
    ...(unmet === undefined
      ? field('reason', reason ?? 'none was given')
      : [...field('looked at', unmet.what), ...field('expected', unmet.expected), ...field('actual', unmet.actual)]),
    ...(counterexample === undefined ? [] : field('input', counterexample.input)),
  ];
}

function waiver({ state, rule, reason, owner, expires, link }: Report['waivers'][number]): readonly string[] {
  return [
    ...field('waiver', `${state}: ${rule}`),
    ...field('reason', reason),
    ...field('owner', `${owner}, until ${expires}`),
    ...field('link', link),
  ];
}

/** Rules that nothing was learnt about, one field a reason. */
function undecided(report: Report, label: 'broken' | 'untested', verdict: Verdict): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { id, reason = 'no reason given' } of withVerdict(report, verdict)) {
    byReason.set(reason, [...(byReason.get(reason) ?? []), id]);
  }
  return [...byReason].flatMap(([reason, ids]) => field(label, `${ids.length} ${ids.length === 1 ? ids[0] : 'rules'}: ${reason}`));
}
