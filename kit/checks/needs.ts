import type { Catalogue } from '../catalogue/catalogue.js';

/** What the scenarios of each rule made use of; reports are made of this. */
export type UsedByRule = readonly { readonly id: string; readonly scenarios: readonly { readonly used: readonly string[] }[] }[];

/** Rules whose record claims other capabilities than their scenarios used, in words. */
export function findWrongNeeds({ rules }: Catalogue, run: UsedByRule): readonly string[] {
  if (rules.length === 0) throw new Error('the check of what rules need was given no rule');
  return rules.flatMap(({ id, needs }) => {
    const scenarios = run.find((rule) => rule.id === id)?.scenarios ?? [];
    const used = list(scenarios.flatMap((scenario) => scenario.used));
    return list(needs) === used ? [] : [`${id} claims to need ${list(needs)}, but its scenarios used ${used}`];
  });
}

function list(names: readonly string[]): string {
  return [...new Set(names)].sort().join(', ') || 'nothing';
}
