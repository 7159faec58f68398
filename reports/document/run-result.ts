import type { Counts, RuleReport, RunResult, Verdict } from './report.js';

export function countRules(rules: readonly Pick<RuleReport, 'verdict'>[]): Counts {
  const count = (...verdicts: readonly Verdict[]): number => rules.filter(({ verdict }) => verdicts.includes(verdict)).length;
  return {
    required: rules.length - count('not-applicable'),
    executed: count('passed', 'warned', 'failed', 'known-failure'),
    passed: count('passed'),
    warned: count('warned'),
    failed: count('failed'),
    waived: count('known-failure'),
    notTestable: count('not-testable'),
    notApplicable: count('not-applicable'),
    broken: count('broken'),
  };
}

/** A run that was cut short, or in which nothing was judged, decides nothing. */
export function resultOf(counts: Counts, isComplete: boolean): RunResult {
  if (!isComplete || counts.executed === 0) return 'inconclusive';
  if (counts.failed > 0) return 'non-conformant';
  if (counts.broken > 0) return 'inconclusive';
  if (counts.notTestable > 0) return 'partial';
  return counts.waived > 0 ? 'conformant-with-waivers' : 'conformant';
}
