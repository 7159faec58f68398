import type { RunResult, Verdict } from '../document/report.js';

export type Direction = 'better' | 'worse' | 'neither';

/** From best to worst, as they bear upon the result of a run. */
const VERDICT_ORDER = [
  'passed',
  'not-applicable',
  'warned',
  'known-failure',
  'not-testable',
  'broken',
  'failed',
] as const satisfies readonly Verdict[];

const RESULT_ORDER = [
  'conformant',
  'conformant-with-waivers',
  'partial',
  'inconclusive',
  'non-conformant',
] as const satisfies readonly RunResult[];

const VIOLATIONS: readonly Verdict[] = ['warned', 'known-failure', 'failed'];
const UNJUDGED: readonly Verdict[] = ['not-applicable', 'not-testable', 'broken'];

/** A rule that did not hold and is not judged any more is not better: nothing is known of it. */
export function directionOfVerdict(before: Verdict, after: Verdict): Direction {
  return direct(VERDICT_ORDER, before, after, VIOLATIONS.includes(before) && UNJUDGED.includes(after));
}

/** A run that did not conform, and of which nothing is known any more, is not better. */
export function directionOfResult(before: RunResult, after: RunResult): Direction {
  return direct(RESULT_ORDER, before, after, before === 'non-conformant' && (after === 'partial' || after === 'inconclusive'));
}

function direct<Step>(order: readonly Step[], before: Step, after: Step, losesSight: boolean): Direction {
  const change = order.indexOf(after) - order.indexOf(before);
  if (change > 0) return 'worse';
  return change === 0 || losesSight ? 'neither' : 'better';
}
