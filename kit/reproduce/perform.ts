import type { Subject } from '../subject/port.js';
import { type Answer, type AnyOperation, memoryOf, type Step } from './recorded-operations.js';

/** Milliseconds after which an operation of a subject in this process does not come back any more. */
const PATIENCE = 50;

/** What comes of the steps, one after the other, on a subject in this process; null for what does not come back. */
export async function performSteps(subject: Subject, steps: readonly Step[]): Promise<readonly Answer[]> {
  const answers: (Answer | Promise<Answer>)[] = [];
  for (const { operation, waits } of steps) {
    const answer = performOne(subject, operation);
    answers.push(waits ? await answer : answer);
  }
  return Promise.all(answers);
}

async function performOne(subject: Subject, operation: AnyOperation): Promise<Answer> {
  const regions = memoryOf(operation).map((region) => ({ ...region, bytes: region.bytes.slice() }));
  const asked: AnyOperation = regions.length === 0 ? operation : Object({ ...operation, memory: regions });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE);
  });
  // What cannot be done any more once another step is left out does not come back, either.
  const back = subject.perform(asked).then(
    (outcome) => ({ outcome: outcome ?? null, memory: regions.map(({ bytes }) => bytes) }),
    () => null,
  );
  return Promise.race([back, late]).finally(() => clearTimeout(timer));
}
