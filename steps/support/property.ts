import fc from 'fast-check';
import { runParameters } from './session.js';
import type { FwctlWorld } from './world.js';

/** What a property found wrong with one input, or null. */
type Finding = string | null;

/** Random inputs of one property in a run. */
const RUNS = 100;

/**
 * Tries `what` on random inputs that follow from the run's seed. A counterexample is shrunk and tried once more,
 * so that the evidence shows its calls; the others are shown as one line.
 */
export async function holdsForAll<Input>(
  world: FwctlWorld,
  what: string,
  inputs: fc.Arbitrary<Input>,
  tryOne: (input: Input) => Promise<Finding>,
): Promise<void> {
  let finding: Finding = null;
  let counterexample: Input | null = null;
  await world.machine.inShort(what, async () => {
    const details = await fc.check(
      fc.asyncProperty(inputs, async (input) => (await tryOne(input)) === null),
      { seed: runParameters().seed, numRuns: RUNS },
    );
    if (details.counterexample === null) return `held for ${details.numRuns} inputs`;
    [counterexample] = details.counterexample;
    world.counterexample = {
      seed: details.seed,
      path: details.counterexamplePath ?? '',
      input: fc.stringify(counterexample),
    };
    return `failed after ${details.numRuns} inputs, shrunk to ${fc.stringify(counterexample)}`;
  });
  if (counterexample !== null) finding = (await tryOne(counterexample)) ?? 'it failed, and held when it was tried again';
  world.judge.expect(what, 'held', finding ?? 'held');
}
