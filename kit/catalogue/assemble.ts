import type { Catalogue, Rule, SentenceReference } from './catalogue.js';
import type { FeatureRule } from './feature-rules.js';
import type { Problem } from './problem.js';
import type { RuleRecord } from './records.js';

/** A broken subject, the rule that it says it breaks, and its file. */
export type BrokenName = { readonly name: string; readonly rule: string | undefined; readonly at: string };

/** The sentences that lead to each rule, by its id. */
export type SentencesOfRules = ReadonlyMap<string, readonly SentenceReference[]>;

/**
 * Joins what is said of each rule in four places; what does not fit together is a problem. `refused` are the ids of
 * records and Gherkin Rules that were left out for a problem of their own, and are not missed a second time.
 */
export function assemble(
  records: readonly RuleRecord[],
  features: readonly FeatureRule[],
  broken: readonly BrokenName[],
  refused: ReadonlySet<string>,
  sentences: SentencesOfRules,
): { readonly rules: Catalogue['rules']; readonly problems: readonly Problem[] } {
  const byId = new Map(features.map((rule) => [rule.id, rule]));
  const known = new Set([...records.map(({ id }) => id), ...refused]);
  const rules = records.flatMap((record): readonly Rule[] => {
    const feature = byId.get(record.id);
    return feature === undefined ? [] : [join(record, feature, broken, sentences.get(record.id) ?? [])];
  });
  return {
    rules,
    problems: [
      ...(known.size === 0 ? [NOTHING] : []),
      ...repeated(records, 'id of a rule', ({ id }) => id),
      ...repeated(records, 'statement of a rule', ({ statement }) => statement.trim()),
      ...repeated(features, 'Gherkin Rule of that id', ({ id }) => id),
      ...repeated(features, 'title of a Gherkin Rule', ({ title }) => title),
      ...records.flatMap((record) => recordProblems(record, byId.get(record.id), refused)),
      ...features.filter(({ id }) => !known.has(id)).map(withoutRecord),
      ...broken.filter(({ rule }) => rule === undefined || !known.has(rule)).map(withoutRule),
    ],
  };
}

function join(
  record: RuleRecord,
  { title, scenarios }: FeatureRule,
  broken: readonly BrokenName[],
  sentences: readonly SentenceReference[],
): Rule {
  return {
    id: record.id,
    family: record.family,
    level: record.level,
    title,
    statement: record.statement.trim(),
    sources: record.sources,
    sentences,
    accepted: record.accepted ?? [],
    needs: record.needs,
    ...(record.since !== undefined && { since: record.since }),
    ...(record.until !== undefined && { until: record.until }),
    ...(record.destructive !== undefined && { destructive: record.destructive }),
    scenarios,
    broken: broken.filter(({ rule }) => rule === record.id).map(({ name }) => name),
  };
}

const NOTHING: Problem = {
  at: 'features:1',
  expected: 'at least one rule',
  received: 'none',
  attempt: 'add features/<family>/rules.yaml and a feature; a catalogue of nothing would pass everything',
};

function withoutRecord({ id, at }: FeatureRule): Problem {
  const expected = `a record of ${id} in the family's rules.yaml`;
  return { at, expected, received: 'none', attempt: 'add the record, or correct the tag of the Rule' };
}

function withoutRule({ name, rule, at }: BrokenName): Problem {
  const received = `${rule ?? 'nothing'}, in the broken subject ${name}`;
  return { at, expected: 'the id of a rule', received, attempt: 'name in `rule` the one rule that this subject violates' };
}

function recordProblems({ id, level, at }: RuleRecord, feature: FeatureRule | undefined, refused: ReadonlySet<string>): readonly Problem[] {
  if (feature === undefined) {
    const attempt = 'write the Rule in a feature of the family, or remove the record';
    return refused.has(id) ? [] : [{ at, expected: `a Gherkin Rule tagged @${id}`, received: 'none', attempt }];
  }
  if (feature.level === level) return [];
  const attempt = `tag the Rule @${level.toLowerCase()}, or change the level at ${at}`;
  return [{ at: feature.at, expected: `the level of the record, ${level}`, received: feature.level, attempt }];
}

function repeated<Item extends { readonly at: string }>(
  items: readonly Item[],
  what: string,
  keyOf: (item: Item) => string,
): readonly Problem[] {
  const first = new Map<string, Item>();
  return items.flatMap((item) => {
    const key = keyOf(item);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, item);
      return [];
    }
    const attempt = 'change or remove one of the two';
    return [{ at: item.at, expected: `only one ${what}`, received: `${key}, as at ${earlier.at}`, attempt }];
  });
}
