import fc from 'fast-check';
import type { Target } from './targets.js';

/** Milliseconds of processor time after which one case counts as a hang; the machine may have others to serve. */
const LONGEST_CASE = 2_000;

/** How many cases were tried; throws fast-check's report, with the shrunk case and the seed, when one went wrong. */
export function fuzz({ corpus, mutate, accept, check }: Target, cases: number, seed: number): number {
  let tried = 0;
  for (const text of corpus) accept(text);
  fc.assert(
    fc.property(mutate(corpus), (bytes) => {
      const began = process.cpuUsage();
      check(bytes);
      const { user, system } = process.cpuUsage(began);
      const took = (user + system) / 1000;
      if (took > LONGEST_CASE) throw new Error(`it took ${took.toFixed(0)} ms`);
      tried += 1;
    }),
    { numRuns: cases, seed },
  );
  return tried;
}
