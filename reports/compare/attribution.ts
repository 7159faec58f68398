import type { WrittenReport } from '../document/report.js';
import { CAUSES, type Cause, type Difference } from './differences.js';

/**
 * Why a verdict changed. `certain`: the reports show that it was this. `only`: nothing else that could be why differs.
 * `one-of`: several things differ, and the reports do not tell which it was. `unknown`: nothing that they record does.
 */
export type Attribution =
  | { readonly kind: 'certain'; readonly cause: Cause; readonly why: string }
  | { readonly kind: 'only'; readonly cause: Cause }
  | { readonly kind: 'one-of'; readonly causes: readonly Cause[] }
  | { readonly kind: 'unknown' };

type WrittenRule = WrittenReport['rules'][number];

/** One of the two reports, and what it says of the rule; `name` is how people are told of it. */
export type Side = { readonly name: 'A' | 'B'; readonly report: WrittenReport; readonly rule: WrittenRule };

/** `a` and `b` are about the same rule, and differ in the verdict on it. */
export function attribute(a: Side, b: Side, differences: readonly Difference[]): Attribution {
  for (const evident of [selected, declared, waived, cutShort, ruled]) {
    const certain = evident(a, b) ?? evident(b, a);
    if (certain !== null) return { kind: 'certain', ...certain };
  }
  const [cause, ...others] = CAUSES.filter((one) => differences.some((difference) => canMatter(difference, one, [a, b])));
  if (cause === undefined) return { kind: 'unknown' };
  return others.length === 0 ? { kind: 'only', cause } : { kind: 'one-of', causes: [cause, ...others] };
}

type Evident = (side: Side, other: Side) => { readonly cause: Cause; readonly why: string } | null;

const selected: Evident = (side, other) => {
  if (!isLeftOut(side) || isLeftOut(other)) return null;
  return { cause: 'selection', why: `not, or not wholly, selected in ${side.name}` };
};

function isLeftOut({ report: { selection }, rule }: Side): boolean {
  if (selection.rules.length > 0 && !selection.rules.includes(rule.id)) return true;
  return selection.shard !== null && rule.verdict === 'not-testable' && !rule.scenarios.some(({ verdict }) => verdict === 'not-testable');
}

/** The rule was left open for a capability that only the other report declares. */
const declared: Evident = (side, { name, report }) => {
  if (side.rule.verdict !== 'not-testable' && side.rule.verdict !== 'not-applicable') return null;
  const missing = side.rule.scenarios.flatMap(({ verdict, evidence }) => (verdict === side.rule.verdict ? (evidence.missing ?? []) : []));
  const found = missing.find((one) => report.subject.capabilities.includes(one) && !side.report.subject.capabilities.includes(one));
  if (found === undefined) return null;
  const isChosen = found.startsWith('device-') && side.report.selection.devices.join() !== report.selection.devices.join();
  return isChosen
    ? { cause: 'selection', why: `${found} is selected in ${name} only` }
    : { cause: 'declaration', why: `${found} is declared in ${name} only` };
};

/** The same failure, known on one side. A waiver that does not fit how the rule fails is not why it fails otherwise. */
const waived: Evident = (side, { name, report, rule }) => {
  if (side.rule.verdict !== 'known-failure' || (rule.verdict !== 'failed' && rule.verdict !== 'warned')) return null;
  const state = report.waivers.find((waiver) => waiver.rule === rule.id)?.state;
  if (state === 'fails differently') return null;
  return { cause: 'waivers', why: state === 'expired' ? `its waiver is over in ${name}` : `waived in ${side.name} only` };
};

const cutShort: Evident = ({ name, report, rule }, other) => {
  if (rule.verdict !== 'broken' || report.footer.complete || !other.report.footer.complete) return null;
  return { cause: 'run', why: `the run of ${name} was ${report.footer.endedBy}` };
};

/** The rule itself is another one: its level, or the scenarios that upset it. */
const ruled: Evident = (side, other) => {
  if (side.rule.level !== other.rule.level && isViolated(side.rule) && isViolated(other.rule))
    return { cause: 'rules', why: `a ${side.rule.level} in ${side.name}, a ${other.rule.level} in ${other.name}` };
  if (!isWholeRun(side) || !isWholeRun(other) || other.rule.verdict !== 'passed') return null;
  const culprits = side.rule.scenarios.filter(({ verdict }) => verdict === 'failed');
  const [first] = culprits;
  const isNew = culprits.every(({ name }) => !other.rule.scenarios.some((scenario) => scenario.name === name));
  return first !== undefined && isNew ? { cause: 'rules', why: `the scenario that fails is in ${side.name} only: ${first.name}` } : null;
};

function isViolated({ verdict }: WrittenRule): boolean {
  return verdict === 'failed' || verdict === 'warned';
}

function isWholeRun({ report: { footer, selection } }: Side): boolean {
  return footer.complete && selection.shard === null;
}

/** A selection, a waiver or the end of a run changes no verdict on what was judged; a capability none that it was not used for. */
function canMatter(difference: Difference, cause: Cause, sides: readonly [Side, Side]): boolean {
  if (difference.cause !== cause || cause === 'selection' || cause === 'waivers') return false;
  if (cause === 'run') return sides.some(({ rule }) => rule.verdict === 'broken');
  if (cause !== 'declaration') return true;
  const [a, b] = sides.map(({ report }) => report.subject.capabilities);
  const asked = sides.flatMap(({ rule }) => rule.scenarios.flatMap(({ evidence }) => [...evidence.used, evidence.missing ?? '']));
  return asked.some((capability) => a?.includes(capability) !== b?.includes(capability));
}
