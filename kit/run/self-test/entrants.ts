import { KitError } from '../../errors.js';
import { USUAL_MODEL } from '../../model/model.js';
import { replacedEntries } from '../../subjects/replaced.js';
import { loadVariants, type NamedVariant, VARIANT_KINDS, violatedRules } from '../../subjects/variants.js';
import type { Difference } from './reference.js';
import type { Candidate } from './row.js';

/** A candidate, and what it differs from the reference in. */
export type Entrant = { readonly candidate: Candidate; readonly difference: Difference };

/** @throws KitError kit/not-built when there is no broken subject */
export async function findEntrants(): Promise<readonly Entrant[]> {
  const variants = (await Promise.all(VARIANT_KINDS.map(loadVariants))).flat();
  if (variants.some(({ kind }) => kind === 'broken')) return variants.map(entrantOf);
  throw new KitError('kit/not-built', {
    summary: 'there is no broken subject to judge',
    expected: 'a compiled file for each broken subject below dist/',
    received: 'none',
    attempt: 'npm run build, or a fresh installation of the kit',
  });
}

export function entrantOf(named: NamedVariant): Entrant {
  const { name, kind, variant } = named;
  return {
    candidate: { name, kind, rules: violatedRules(named) },
    difference: { replaced: replacedEntries(variant), model: variant.model ?? USUAL_MODEL },
  };
}
