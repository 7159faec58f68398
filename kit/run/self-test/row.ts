import type { Report, RuleReport } from '../../../reports/document/report.js';
import type { VariantKind } from '../../subjects/variants.js';

/** A variant of the reference as the self-test judges it; an oddity breaks no rule. */
export type Candidate = { readonly name: string; readonly kind: VariantKind; readonly rule: string | null };

/** One line of the matrix. `failed` names every rule that the subject upset. */
export type Row = Candidate & {
  readonly failed: readonly string[];
  readonly ok: boolean;
  /** What was wrong, in words; absent when nothing was. */
  readonly problem?: string;
};

/** A broken subject must fail exactly the rule it names, and an oddity none at all. */
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

function problemOf({ rule }: Candidate, report: Report, upset: readonly RuleReport[]): string | null {
  if (!report.footer.complete) return `the run is not complete: ${report.problems.join('; ')}`;
  if (rule === null) return report.result === 'conformant' ? null : `must conform, but is ${report.result}`;
  const named = report.rules.find(({ id }) => id === rule);
  if (named === undefined) return `names ${rule}, which is no rule of this set`;
  const due = named.level === 'MUST' ? ['failed'] : ['failed', 'warned'];
  if (!due.includes(named.verdict)) return `does not fail ${rule}, which is ${named.verdict}`;
  return upset.length === 1 ? null : 'fails more than the rule it names';
}
