import type { Report, RuleReport } from '../../../reports/document/report.js';
import type { VariantKind } from '../../subjects/variants.js';

/** A variant of the reference as the self-test judges it, with the rules that it must break; an oddity breaks none. */
export type Candidate = { readonly name: string; readonly kind: VariantKind; readonly rules: readonly string[] };

/** One line of the matrix. `failed` names every rule that the subject upset. */
export type Row = Candidate & {
  readonly failed: readonly string[];
  readonly ok: boolean;
  /** What was wrong, in words; absent when nothing was. */
  readonly problem?: string;
};

/** A broken subject must fail exactly the rule it names, an unfit one exactly those it names, and an oddity none at all. */
export function rowOf(candidate: Candidate, report: Report): Row {
  const upset = report.rules.filter(isUpset);
  const row = { ...candidate, failed: upset.map(({ id }) => id) };
  const problem = problemOf(candidate, report, upset);
  return problem === null ? { ...row, ok: true } : { ...row, ok: false, problem };
}

/** When there is no report at all. */
export function rowWithout(candidate: Candidate, problem: string): Row {
  return { ...candidate, failed: [], ok: false, problem };
}

function isUpset({ verdict }: RuleReport): boolean {
  return verdict === 'failed' || verdict === 'warned' || verdict === 'broken';
}

function problemOf({ kind, rules }: Candidate, report: Report, upset: readonly RuleReport[]): string | null {
  if (!report.footer.complete) return `the run is not complete: ${report.problems.join('; ')}`;
  if (kind === 'odd') return report.result === 'conformant' ? null : `must conform, but is ${report.result}`;
  if (rules.length === 0) return 'names no rule';
  const [problem] = rules.flatMap((rule) => notFailed(rule, report));
  if (problem !== undefined) return problem;
  return upset.length === rules.length ? null : `fails more than the ${rules.length === 1 ? 'rule' : 'rules'} it names`;
}

function notFailed(rule: string, report: Report): readonly string[] {
  const named = report.rules.find(({ id }) => id === rule);
  if (named === undefined) return [`names ${rule}, which is no rule of this set`];
  const due = named.level === 'MUST' ? ['failed'] : ['failed', 'warned'];
  return due.includes(named.verdict) ? [] : [`does not fail ${rule}, which is ${named.verdict}`];
}
