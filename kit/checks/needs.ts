import type { Catalogue } from '../catalogue/catalogue.js';
import type { Evidence } from '../evidence.js';

/** What the scenarios of each rule made use of; reports are made of this. */
export type UsedByRule = readonly { readonly id: string; readonly scenarios: readonly { readonly evidence: Pick<Evidence, 'used'> }[] }[];

/** Rules whose record claims other capabilities than their scenarios used, in words. */
export function findWrongNeeds({ rules }: Catalogue, run: UsedByRule): readonly string[] {
  if (rules.length === 0) throw new Error('the check of what rules need was given no rule');
  return rules.flatMap(({ id, needs }) => {
    const scenarios = run.find((rule) => rule.id === id)?.scenarios ?? [];
    const used = list(scenarios.flatMap((scenario) => scenario.evidence.used));
    return list(needs) === used ? [] : [`${id} claims to need ${list(needs)}, but its scenarios used ${used}`];
  });
}

function list(names: readonly string[]): string {
  return [...new Set(names)].sort().join(', ') || 'nothing';
}
