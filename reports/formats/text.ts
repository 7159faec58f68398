import { citationOf } from '../../kit/catalogue/documents.js';
import type { RecordedExpectation } from '../../kit/evidence.js';
import type { Report, RuleReport, ScenarioReport, Verdict, WaiverState } from '../document/report.js';
import { byReason } from './by-reason.js';
import { printable } from './printable.js';
import { RESULT_WORDS } from './result-words.js';
import { labelled, labelledCommand, wrap } from './wrap.js';

/** Of a long list of scenarios that ended alike, how many are told in full. */
const TOLD = 3;

/** The report as plain text of 72 columns: result and counts first, then whatever needs attention, then the rest in short. */
export function renderText(report: Report): string {
  const paragraphs = [
    heading(report),
    counts(report),
    report.problems.flatMap((problem) => wrap(problem, '  ', '! ')),
    ...withVerdict(report, 'failed').map(attention),
    ...withVerdict(report, 'warned').map(attention),
    ...withVerdict(report, 'broken').filter(hasRun).map(attention),
    ...withVerdict(report, 'known-failure').map(attention),
    waivers(report),
    leftOut(report),
    grouped(
      'not judged',
      withVerdict(report, 'broken').filter((rule) => !hasRun(rule)),
    ),
    grouped(
      'not testable',
      withVerdict(report, 'not-testable').filter(({ id }) => !report.selection.leftOut.includes(id)),
    ),
    grouped('not applicable', withVerdict(report, 'not-applicable')),
    families(report),
    closing(report),
  ];
  return `${paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function withVerdict({ rules }: Report, verdict: Verdict): readonly RuleReport[] {
  return rules.filter((rule) => rule.verdict === verdict);
}

/** Of a run that was cut short, most rules have nothing to tell but that. */
function hasRun({ scenarios }: RuleReport): boolean {
  return scenarios.length > 0;
}

function heading({ kit, ruleSet, subject, result }: Report): readonly string[] {
  return [
    ...wrap(`${kit.name} ${kit.version}, rules ${ruleSet.name}`, ''),
    ...wrap(`subject ${subject.name} ${subject.version} (${subject.kind})${booted(subject)}`, ''),
    '',
    ...wrap(`${result}: ${RESULT_WORDS[result]}`, ''),
  ];
}

function booted({ boots }: Report['subject']): string {
  return boots === undefined ? '' : `, booted ${boots} ${boots === 1 ? 'time' : 'times'}`;
}

function counts({
  counts: { required, executed, passed, warned, failed, waived, notTestable: open, notApplicable, broken },
}: Report): readonly string[] {
  return [
    `  required ${required}   executed ${executed}   passed ${passed}   warned ${warned}   failed ${failed}`,
    `  waived ${waived}   not testable ${open}   not applicable ${notApplicable}   broken ${broken}`,
  ];
}

const SIGNS: { readonly [verdict in Verdict]?: string } = { failed: '✖', warned: '▲', 'known-failure': '≈' };

/** A rule that somebody has to look at. */
function attention(rule: RuleReport): readonly string[] {
  const sign = SIGNS[rule.verdict] ?? '?';
  const culprits = rule.scenarios.filter(({ verdict }) => verdict === 'failed' || verdict === 'broken');
  const untold = culprits.length - TOLD;
  return [
    ...wrap(rule.title, '  ', `${sign} `),
    ...labelled('rule', `${rule.id} (${rule.level}, ${rule.verdict})`),
    ...culprits.slice(0, TOLD).flatMap(culprit),
    ...(culprits.length === 0 && rule.reason !== undefined ? labelled('reason', rule.reason) : []),
    ...(untold > 0 ? labelled('', `and ${untold} more of its scenarios`) : []),
    ...rule.source.slice(0, 1).flatMap((source) => labelled('source', citationOf(source))),
    ...labelledCommand('try', `npx fwctl-conformance explain ${rule.id}`),
  ];
}

function culprit(scenario: ScenarioReport): readonly string[] {
  const { expectations, counterexample } = scenario.evidence.toJSON();
  const unmet = expectations.find(({ held }) => !held);
  return [
    ...labelled('scenario', scenario.name),
    ...labelled('', scenario.location),
    ...(unmet === undefined ? reasonOf(scenario) : comparison(unmet)),
    ...(counterexample === undefined
      ? []
      : labelled('input', `${counterexample.input} (seed ${counterexample.seed}, path ${counterexample.path})`)),
  ];
}

function reasonOf({ reason, step }: ScenarioReport): readonly string[] {
  return [...(step === undefined ? [] : labelled('step', step)), ...(reason === undefined ? [] : labelled('reason', reason))];
}

function comparison({ what, expected, actual }: RecordedExpectation): readonly string[] {
  return [...labelled('looked at', what), ...labelled('expected', expected), ...labelled('actual', actual)];
}

/** Waivers that hold in one line each; those that do not, with what to do. */
function waivers({ waivers: all }: Report): readonly string[] {
  return all.flatMap(({ rule, state, reason, owner, expires, link }) => [
    ...wrap(`waiver for ${rule}: ${state}`, '  ', state === 'applied' || state === 'not in play' ? '- ' : '✖ '),
    ...labelled('reason', reason),
    ...labelled('owner', `${owner}, until ${expires}`),
    ...labelled('link', link),
    ...(WHAT_TO_DO[state] === undefined ? [] : labelled('try', WHAT_TO_DO[state])),
  ]);
}

const WHAT_TO_DO: Partial<Record<WaiverState, string>> = {
  stale: 'remove the entry: the rule does not fail any more',
  expired: 'mend the subject, or agree on another day',
  'fails differently': 'see what else went wrong; the entry has to name every scenario that fails, and how',
};

/** What a real device was spared; the reasons differ, and are in the document of record. */
function leftOut({ selection: { leftOut: ids } }: Report): readonly string[] {
  if (ids.length === 0) return [];
  return [
    ...wrap('left out, since they may leave a trace on a real device:', '  ', '- '),
    ...ids.flatMap((id) => wrap(id, '    ')),
    ...wrap('--destructive RULE has the device judged by one of them, too', '    '),
  ];
}

function grouped(what: string, rules: readonly RuleReport[]): readonly string[] {
  return [...byReason(rules)].flatMap(([reason, alike]) => {
    const named = alike.length > TOLD ? `${alike.length} rules` : alike.map(({ id }) => id).join(', ');
    return wrap(`${what}: ${named}: ${reason}`, '  ', '- ');
  });
}

/** Of the rules that speak of the subject and were asked for; families of others would read as if they had not held. */
function families({ rules, selection }: Report): readonly string[] {
  const askedFor = new Set(selection.rules.map(familyOf));
  const byFamily = new Map<string, RuleReport[]>();
  for (const rule of rules.filter(({ verdict }) => verdict !== 'not-applicable')) {
    const name = familyOf(rule.id);
    if (askedFor.size > 0 && !askedFor.has(name)) continue;
    const mine = byFamily.get(name) ?? [];
    byFamily.set(name, mine);
    mine.push(rule);
  }
  const widest = Math.max(...[...byFamily.keys()].map((name) => name.length), 0);
  return [...byFamily].map(([name, mine]) => {
    const scenarios = mine.reduce((sum, rule) => sum + rule.scenarios.length, 0);
    const passed = mine.filter(({ verdict }) => verdict === 'passed').length;
    return `  ${name.padEnd(widest)}  ${String(passed).padStart(3)} of ${String(mine.length).padStart(3)} rules passed, ${scenarios} ${scenarios === 1 ? 'scenario' : 'scenarios'}`;
  });
}

/** The family of a rule: the first word of its id. */
export function familyOf(id: string): string {
  return printable(id.slice(0, id.indexOf('-')));
}

function closing({ reproduce, footer, ruleSet, counts: { executed } }: Report): readonly string[] {
  return [
    ...labelledCommand('repeat', reproduce),
    ...labelled('rule set', ruleSet.digest.slice(0, 16)),
    ...labelled(
      'run',
      `${footer.complete ? 'complete' : `not complete, ${footer.endedBy}`}, ${executed} of ${footer.rulesInSet} rules judged`,
    ),
  ];
}
