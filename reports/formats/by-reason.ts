type Reasoned = { readonly reason?: string };

/** Rules that came to the same by the reason why, in the order in which the reasons first occur. */
export function byReason<Rule extends Reasoned>(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    const { reason = 'no reason given' } = rule;
    const group = groups.get(reason);
    if (group === undefined) groups.set(reason, [rule]);
    else group.push(rule);
  }
  return groups;
}
