import { countOf, type ToldRule } from './book.js';

/** How many rules of each level there are, and how many scenarios try them. */
export type Tally = { readonly must: number; readonly should: number; readonly may: number; readonly scenarios: number };

export function tallyOf(rules: readonly ToldRule[]): Tally {
  const ofLevel = (level: ToldRule['level']): number => rules.filter((rule) => rule.level === level).length;
  return {
    must: ofLevel('MUST'),
    should: ofLevel('SHOULD'),
    may: ofLevel('MAY'),
    scenarios: rules.flatMap(({ examples }) => examples).reduce((sum, example) => sum + countOf(example), 0),
  };
}
