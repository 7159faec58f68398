import { countRules, resultOf } from '../../../reports/document/run-result.js';
import type { VariantKind } from '../../subjects/variants.js';
import type { Judged, JudgedRule } from './question.js';

/** A variant of the reference as the self-test judges it, with the rules that it must break; an oddity breaks none. */
export type Candidate = { readonly name: string; readonly kind: VariantKind; readonly rules: readonly string[] };

/** One line of the matrix. `failed` names every rule that the subject upset. */
export type Row = Candidate & {
  readonly failed: readonly string[];
  /** How many scenarios were run on it; in all others it is the reference. */
  readonly scenarios: number;
  readonly ok: boolean;
  /** What was wrong, in words; absent when nothing was. */
  readonly problem?: string;
};

/**
 * A broken subject must fail exactly the rule it names, an unfit one exactly those it names, and an oddity none at all.
 * `judged` is the whole set of rules, `scenarios` how many were run for it.
 */
export function rowOf(candidate: Candidate, judged: Pick<Judged, 'rules' | 'problems'>, scenarios: number): Row {
  const upset = judged.rules.filter(isUpset);
  const row = { ...candidate, failed: upset.map(({ id }) => id), scenarios };
  const problem = problemOf(candidate, judged, upset);
  return problem === null ? { ...row, ok: true } : { ...row, ok: false, problem };
}

/** When nothing was judged. */
export function rowWithout(candidate: Candidate, problem: string): Row {
  return { ...candidate, failed: [], scenarios: 0, ok: false, problem };
}

function isUpset({ verdict }: JudgedRule): boolean {
  return verdict === 'failed' || verdict === 'warned' || verdict === 'broken';
}

function problemOf({ kind, rules }: Candidate, judged: Pick<Judged, 'rules' | 'problems'>, upset: readonly JudgedRule[]): string | null {
  if (judged.problems.length > 0) return `the run decides nothing: ${judged.problems.join('; ')}`;
  if (kind === 'odd') {
    const result = resultOf(countRules(judged.rules), true);
    return result === 'conformant' ? null : `must conform, but is ${result}`;
  }
  if (rules.length === 0) return 'names no rule';
  const [problem] = rules.flatMap((rule) => notFailed(rule, judged.rules));
  if (problem !== undefined) return problem;
  return upset.length === rules.length ? null : `fails more than the ${rules.length === 1 ? 'rule' : 'rules'} it names`;
}

function notFailed(rule: string, judged: readonly JudgedRule[]): readonly string[] {
  const named = judged.find(({ id }) => id === rule);
  if (named === undefined) return [`names ${rule}, which is no rule of this set`];
  const due = named.level === 'MUST' ? ['failed'] : ['failed', 'warned'];
  return due.includes(named.verdict) ? [] : [`does not fail ${rule}, which is ${named.verdict}`];
}
