import type { Verdict, WrittenReport } from '../../reports/document/report.js';

/** A scenario that went otherwise on the other subject. */
export type Difference = {
  readonly rule: string;
  readonly scenario: string;
  readonly reference: Verdict;
  readonly other: Verdict;
  /** Why the other one came to that. */
  readonly reason: string;
};

export type Comparison = {
  readonly agreed: number;
  readonly differences: readonly Difference[];
  /** How many scenarios the other subject was not judged by, by the reason, such as a capability or a release of Linux. */
  readonly notTestable: ReadonlyMap<string, number>;
};

const NO_JUDGEMENT: readonly Verdict[] = ['not-testable', 'not-applicable'];

/** Compares every scenario of two reports. Where one of them could not run it, there is nothing to compare. */
export function compareScenarios(reference: WrittenReport, other: WrittenReport): Comparison {
  const found = new Map(scenariosOf(other).map((scenario) => [scenario.key, scenario]));
  const differences: Difference[] = [];
  const notTestable = new Map<string, number>();
  let agreed = 0;
  for (const { key, rule, scenario, verdict } of scenariosOf(reference)) {
    const there = found.get(key) ?? ofRule(other, rule);
    if (there === null) throw new Error(`the other report has no scenario at ${key}`);
    if (NO_JUDGEMENT.includes(verdict) || NO_JUDGEMENT.includes(there.verdict)) {
      const why = /"([^"]+)"/.exec(there.reason)?.[1] ?? there.reason;
      if (verdict !== there.verdict) notTestable.set(why, (notTestable.get(why) ?? 0) + 1);
    } else if (verdict === there.verdict) agreed += 1;
    else differences.push({ rule, scenario, reference: verdict, other: there.verdict, reason: there.reason });
  }
  return { agreed, differences, notTestable };
}

/** Of a rule that is not applicable as a whole, no scenario is run. */
function ofRule({ rules }: WrittenReport, id: string): { readonly verdict: Verdict; readonly reason: string } | null {
  const rule = rules.find((candidate) => candidate.id === id);
  return rule?.verdict === 'not-applicable' && rule.scenarios.length === 0 ? { verdict: rule.verdict, reason: rule.reason ?? '' } : null;
}

function scenariosOf({ rules }: WrittenReport) {
  return rules.flatMap(({ id, scenarios }) =>
    scenarios.map(({ name, location, verdict, reason = '' }) => ({ key: location, rule: id, scenario: name, verdict, reason })),
  );
}
