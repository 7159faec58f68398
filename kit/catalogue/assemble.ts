import type { Catalogue, Rule } from './catalogue.js';
import type { FeatureRule } from './feature-rules.js';
import type { Problem } from './problem.js';
import type { RuleRecord } from './records.js';

/** A broken subject and the rule that it says it breaks. */
export type BrokenName = { readonly name: string; readonly rule: string | undefined };

/** Joins what is said of each rule in three places; what does not fit together is a problem. */
export function assemble(
  records: readonly RuleRecord[],
  features: readonly FeatureRule[],
  broken: readonly BrokenName[],
): { readonly rules: Catalogue['rules']; readonly problems: readonly Problem[] } {
  const byId = new Map(features.map((rule) => [rule.id, rule]));
  const known = new Set(records.map(({ id }) => id));
  const rules = records.flatMap((record): readonly Rule[] => {
    const feature = byId.get(record.id);
    return feature === undefined ? [] : [join(record, feature, broken)];
  });
  return {
    rules,
    problems: [
      ...(records.length === 0 ? [{ at: 'features', expected: 'at least one rule', received: 'none' }] : []),
      ...repeated(records, 'id of a rule', ({ id }) => id),
      ...repeated(records, 'statement of a rule', ({ statement }) => statement),
      ...repeated(features, 'Gherkin Rule of that id', ({ id }) => id),
      ...repeated(features, 'title of a Gherkin Rule', ({ title }) => title),
      ...records.flatMap((record) => recordProblems(record, byId.get(record.id))),
      ...features
        .filter(({ id }) => !known.has(id))
        .map(({ id, at }) => ({ at, expected: `a record of ${id} in the family's rules.yaml`, received: 'none' })),
      ...broken
        .filter(({ rule }) => rule === undefined || !known.has(rule))
        .map(({ name, rule }) => ({ at: `broken subject ${name}`, expected: 'the id of a rule', received: rule ?? 'nothing' })),
    ],
  };
}

function join(record: RuleRecord, { title, scenarios }: FeatureRule, broken: readonly BrokenName[]): Rule {
  return {
    id: record.id,
    family: record.family,
    level: record.level,
    title,
    statement: record.statement.trim(),
    sources: record.sources,
    accepted: record.accepted ?? [],
    needs: record.needs,
    scenarios,
    broken: broken.filter(({ rule }) => rule === record.id).map(({ name }) => name),
  };
}

function recordProblems({ id, level, at }: RuleRecord, feature: FeatureRule | undefined): readonly Problem[] {
  if (feature === undefined) return [{ at, expected: `a Gherkin Rule tagged @${id}`, received: 'none' }];
  if (feature.level !== level) return [{ at: feature.at, expected: `the level of the record, ${level}`, received: feature.level }];
  return [];
}

function repeated<Item extends { readonly at: string }>(
  items: readonly Item[],
  what: string,
  keyOf: (item: Item) => string,
): readonly Problem[] {
  const first = new Map<string, Item>();
  return items.flatMap((item) => {
    const earlier = first.get(keyOf(item));
    if (earlier === undefined) first.set(keyOf(item), item);
    return earlier === undefined ? [] : [{ at: item.at, expected: `only one ${what}`, received: `${keyOf(item)}, as at ${earlier.at}` }];
  });
}
