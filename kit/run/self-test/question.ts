import type { RuleReport, Verdict } from '../../../reports/document/report.js';
import type { ModelName } from '../../model/model.js';
import type { VariantKind } from '../../subjects/variants.js';

/** What a worker is asked to judge. */
export type Question = {
  /** What is called of the reference is written down. */
  readonly subject: { readonly kind: VariantKind; readonly name: string } | { readonly kind: 'reference' };
  /** By which model the modelled device is judged; by none when null, so that whatever asks for it breaks. */
  readonly model: ModelName | null;
  /** All when empty. */
  readonly rules: readonly string[];
};

export type JudgedRule = Pick<RuleReport, 'id' | 'level' | 'verdict'> & { readonly scenarios: readonly Verdict[] };

/** What came of it, as far as a matrix needs it. */
export type Judged = {
  /** Those that were asked for, in the order of the set. */
  readonly rules: readonly JudgedRule[];
  /** Why nothing may be concluded from them. */
  readonly problems: readonly string[];
  /** Of the reference only: what was called of it, by the id of the rule, and by that of none outside of all scenarios. */
  readonly called: readonly (readonly [rule: string, entries: readonly string[]])[];
};
