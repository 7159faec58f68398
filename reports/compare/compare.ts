import type { Report, Verdict, WrittenReport } from '../document/report.js';
import { type Attribution, attribute } from './attribution.js';
import { type Difference, findDifferences } from './differences.js';
import { type Direction, directionOfResult, directionOfVerdict } from './direction.js';

type WrittenRule = WrittenReport['rules'][number];
type WrittenScenario = WrittenRule['scenarios'][number];

/** Whose run it was, and what it comes to. */
export type RunSummary = Pick<Report, 'result' | 'kit' | 'ruleSet' | 'seed' | 'selection' | 'reproduce' | 'footer'> & {
  readonly subject: Pick<Report['subject'], 'kind' | 'name' | 'version'>;
};

/** A rule that only one report lists. */
export type RuleMention = Pick<WrittenRule, 'id' | 'level' | 'title' | 'verdict'>;

export type RuleChange = Pick<WrittenRule, 'id' | 'level' | 'title'> & {
  readonly before: Verdict;
  readonly after: Verdict;
  readonly direction: Direction;
  readonly attribution: Attribution;
  /** Where the change became worse: the scenarios that the rule now owes its verdict to. */
  readonly scenarios: readonly Pick<WrittenScenario, 'name' | 'location' | 'verdict' | 'reason'>[];
};

/** Two reports, rule by rule; B is the later one. */
export type Comparison = {
  readonly a: RunSummary;
  readonly b: RunSummary;
  readonly result: { readonly before: Report['result']; readonly after: Report['result']; readonly direction: Direction };
  /** What the runs do not have in common. */
  readonly differences: readonly Difference[];
  readonly changes: readonly RuleChange[];
  readonly added: readonly RuleMention[];
  readonly gone: readonly RuleMention[];
  readonly unchanged: number;
  /** Same digest, and yet other rules: one of the reports is not as a run wrote it. */
  readonly hasSameDigestOfOtherRules: boolean;
};

export function compare(a: WrittenReport, b: WrittenReport): Comparison {
  const differences = findDifferences(a, b);
  const [inA, inB] = [byId(a), byId(b)];
  const both = a.rules.flatMap((before) => {
    const after = inB.get(before.id);
    return after === undefined ? [] : [{ before, after }];
  });
  const changed = both.filter(({ before, after }) => before.verdict !== after.verdict);
  const added = b.rules.filter(({ id }) => !inA.has(id)).map(mention);
  const gone = a.rules.filter(({ id }) => !inB.has(id)).map(mention);
  return {
    a: summary(a),
    b: summary(b),
    result: { before: a.result, after: b.result, direction: directionOfResult(a.result, b.result) },
    differences,
    changes: changed.map(({ before, after }) => ({
      id: after.id,
      level: after.level,
      title: after.title,
      before: before.verdict,
      after: after.verdict,
      direction: directionOfVerdict(before.verdict, after.verdict),
      attribution: attribute({ name: 'A', report: a, rule: before }, { name: 'B', report: b, rule: after }, differences),
      scenarios: directionOfVerdict(before.verdict, after.verdict) === 'worse' ? culprits(after) : [],
    })),
    added,
    gone,
    unchanged: both.length - changed.length,
    hasSameDigestOfOtherRules: a.ruleSet.digest === b.ruleSet.digest && (added.length > 0 || gone.length > 0),
  };
}

/** Whether a rule became worse, or the run as a whole did. */
export function becameWorse({ changes, result }: Comparison): boolean {
  return result.direction === 'worse' || changes.some(({ direction }) => direction === 'worse');
}

function byId({ rules }: WrittenReport): ReadonlyMap<string, WrittenRule> {
  return new Map(rules.map((rule) => [rule.id, rule]));
}

function summary({
  result,
  kit,
  ruleSet,
  seed,
  selection,
  reproduce,
  footer,
  subject: { kind, name, version },
}: WrittenReport): RunSummary {
  return { result, subject: { kind, name, version }, kit, ruleSet, seed, selection, reproduce, footer };
}

function mention({ id, level, title, verdict }: WrittenRule): RuleMention {
  return { id, level, title, verdict };
}

function culprits({ scenarios }: WrittenRule): RuleChange['scenarios'] {
  return scenarios
    .filter(({ verdict }) => verdict !== 'passed' && verdict !== 'not-applicable')
    .map(({ name, location, verdict, reason }) => ({ name, location, verdict, ...(reason !== undefined && { reason }) }));
}
