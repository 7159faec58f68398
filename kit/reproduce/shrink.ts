import { isDeepStrictEqual } from 'node:util';
import type { Subject } from '../subject/port.js';
import { performSteps } from './perform.js';
import type { Answer, RecordedStep, Step } from './recorded-operations.js';

/** The fewest steps that are known to lead to an answer which the reference does not give; the last one gets it. */
export type Case = {
  readonly steps: readonly Step[];
  /** What the subject answers to each. */
  readonly answers: readonly Answer[];
  /** What the reference answers to the last. */
  readonly expected: Answer;
  readonly isShrunk: boolean;
};

/**
 * Finds the first answer that differs from the reference's, and leaves out the steps before it that it does not need.
 * Where the subject cannot be run again, its answers are those that were recorded, and nothing is left out. Null when no
 * answer differs.
 */
export async function findCase(steps: readonly RecordedStep[], reference: Subject, subject: Subject | null): Promise<Case | null> {
  const expected = await performSteps(reference, steps);
  const answers = subject === null ? steps.map(({ answer }) => answer) : await performSteps(subject, steps);
  const at = answers.findIndex((answer, index) => !isDeepStrictEqual(answer, expected[index]));
  if (at === -1) return null;
  const found: Case = { steps: steps.slice(0, at + 1), answers: answers.slice(0, at + 1), expected: expected[at] ?? null, isShrunk: false };
  return subject === null ? found : shrink(found, reference, subject);
}

async function shrink(found: Case, reference: Subject, subject: Subject): Promise<Case> {
  let smallest: Case = { ...found, isShrunk: true };
  // The first step boots, so that nothing is left of the tries before.
  for (let index = found.steps.length - 2; index > 0; index -= 1) {
    const steps = smallest.steps.filter((_, place) => place !== index);
    const answers = await performSteps(subject, steps);
    const expected = await performSteps(reference, steps);
    const stays =
      isDeepStrictEqual(answers.at(-1), found.answers.at(-1)) &&
      isDeepStrictEqual(expected.at(-1), found.expected) &&
      isDeepStrictEqual(answers.slice(0, -1), expected.slice(0, -1));
    if (stays) smallest = { ...smallest, steps, answers };
  }
  return smallest;
}
