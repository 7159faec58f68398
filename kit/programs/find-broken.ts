import { openSubject } from '../subjects/open-subject.js';
import type { NamedVariant } from '../subjects/variants.js';
import type { Program } from './program.js';
import { type Trial, tryRandomPrograms } from './try-programs.js';

export const SEEDS = [1, 2, 3] as const;
/** A broken subject that so many programs do not find counts as not found. */
export const ENOUGH = 10_000;

/** How a broken subject was found; null for a seed with which it was not. */
export type Found = {
  readonly name: string;
  readonly rule: string;
  readonly programs: readonly (number | null)[];
  /** Of the first seed that found it. */
  readonly smallest: Program | null;
  readonly what: string;
};

export async function findBroken({ name, variant }: NamedVariant): Promise<Found> {
  const subject = await openSubject({ kind: 'broken', name });
  const trials: Trial[] = [];
  for (const seed of SEEDS) trials.push(await tryRandomPrograms(subject, { runs: ENOUGH, seed }));
  const first = trials.find(({ counterexample }) => counterexample !== null)?.counterexample;
  return {
    name,
    rule: variant.rule ?? '',
    programs: trials.map(({ programs, counterexample }) => (counterexample === null ? null : programs)),
    smallest: first?.program ?? null,
    what: first?.result.difference?.what ?? '',
  };
}
