import { citationOf } from '../../kit/catalogue/documents.js';
import { repeatRule } from '../document/repeat.js';
import type { Report, RuleReport, ScenarioReport, Verdict } from '../document/report.js';
import { byReason } from './by-reason.js';
import { anchorOf } from './html/told-report.js';
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
    ...VIOLATIONS.flatMap(([verdict, label]) => violations(report, verdict, label)),
    ...report.waivers.map(waiver),
    undecided(report, 'broken', 'broken'),
    undecided(report, 'untested', 'not-testable'),
    undecided(report, 'n/a', 'not-applicable'),
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

function identity({ subject, kit, ruleSet, footer, counts, reproduce }: Report): readonly string[] {
  const { complete, endedBy, rulesInSet } = footer;
  return [
    ...field('subject', `${subject.name} ${subject.version} (${subject.kind})`),
    ...field('kit', `${kit.name} ${kit.version}`),
    ...field('rules', `${ruleSet.name}, digest ${ruleSet.digest.slice(0, 16)}`),
    ...field('run', `${complete ? 'complete' : `not complete, ${endedBy}`}, ${counts.executed} of ${rulesInSet} rules judged`),
    ...labelledCommand('repeat', ascii(reproduce)),
    ...labelledCommand('page', PAGE),
  ];
}

/** Verdicts on rules that did not hold, and what they are called here. */
const VIOLATIONS = [
  ['failed', 'failed'],
  ['warned', 'warned'],
  ['known-failure', 'waived'],
] as const satisfies readonly (readonly [Verdict, MailLabel])[];

/** Every rule with that verdict by its id; the first ones with how to see it again. */
function violations(report: Report, verdict: Verdict, label: MailLabel): readonly (readonly string[])[] {
  const rules = withVerdict(report, verdict);
  const rest = rules.slice(TOLD_RULES).flatMap((rule) => named(rule, label));
  return [...rules.slice(0, TOLD_RULES).map((rule) => [...named(rule, label), ...details(report, rule)]), rest];
}

function withVerdict({ rules }: Report, verdict: Verdict): readonly RuleReport[] {
  return rules.filter((rule) => rule.verdict === verdict);
}

function named({ id, level }: RuleReport, label: MailLabel): readonly string[] {
  return field(label, `${id} (${level})`);
}

function details(report: Report, rule: RuleReport): readonly string[] {
  const culprits = rule.scenarios.filter(({ verdict }) => verdict === 'failed');
  const untold = culprits.length - TOLD_SCENARIOS;
  return [
    ...field('title', rule.title),
    ...rule.source.slice(0, 1).flatMap((source) => field('source', citationOf(source))),
    ...culprits.slice(0, TOLD_SCENARIOS).flatMap((scenario) => culprit(rule, scenario)),
    ...(untold > 0 ? field('scenario', `and ${untold} more`) : []),
    ...labelledCommand('repeat', ascii(repeatRule(report, rule.id))),
  ];
}

function culprit(rule: RuleReport, scenario: ScenarioReport): readonly string[] {
  const { name, location, reason } = scenario;
  const { expectations, counterexample } = scenario.evidence.toJSON();
  const unmet = expectations.find(({ held }) => !held);
  return [
    ...field('scenario', name),
    ...field('at', location),
    ...(unmet === undefined
      ? field('reason', reason ?? 'none was given')
      : [...field('looked at', unmet.what), ...field('expected', unmet.expected), ...field('actual', unmet.actual)]),
    ...(counterexample === undefined ? [] : field('input', counterexample.input)),
    ...field('open', `report.html#${anchorOf(rule, scenario)}`),
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
function undecided(report: Report, label: MailLabel, verdict: Verdict): readonly string[] {
  return [...byReason(withVerdict(report, verdict))].flatMap(([reason, [first, ...others]]) =>
    field(label, `${1 + others.length} ${others.length === 0 ? first?.id : 'rules'}: ${reason}`),
  );
}
