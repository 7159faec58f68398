import { type Challenge, mixSeed } from '../../kit/challenge.js';
import type { Model } from '../../kit/model/model.js';
import type { Subject, SubjectKind } from '../../kit/subject/port.js';
import { openSubject } from '../../kit/subjects/open-subject.js';
import type { SubjectSpec } from '../../kit/subjects/subject-spec.js';
import { drawSampleRequests } from './sample-request.js';

/** Calls are recorded unless `recordCalls` is false: who only wants verdicts need not pay for evidence that nobody reads. */
export type RunParameters = {
  readonly subject: SubjectSpec;
  readonly seed: number;
  readonly challenge?: Challenge;
  readonly recordCalls?: boolean;
  /** What the vendor of the modelled device says of it. */
  readonly model?: Model;
};

/** What all scenarios of a run have in common. The subject outlives them: each boots it afresh. */
type Session = { readonly subject: Subject; readonly parameters: RunParameters };

let session: Session | null = null;

export async function openSession(parameters: RunParameters): Promise<void> {
  const { seed, challenge } = parameters;
  drawSampleRequests(challenge);
  const mixed = challenge === undefined ? seed : mixSeed(seed, challenge);
  session = { subject: await openSubject(parameters.subject), parameters: { ...parameters, seed: mixed } };
}

function current(): Session {
  if (session === null) throw new Error('no subject is open: BeforeAll has not run');
  return session;
}

export const currentSubject = (): Subject => current().subject;
export const runParameters = (): RunParameters => current().parameters;

export async function closeSession(): Promise<void> {
  const closing = session;
  session = null;
  await closing?.subject.stop();
}

/** Milliseconds that a subject outside of this process has for what happens without anybody's doing, and at most for what must happen. */
const USUAL_WAIT = 20;
const LONGEST_WAIT = 1_000;

/**
 * Long enough for whatever can happen without anybody's doing to have happened, or until it has. The reference only
 * needs its turn; what is judged to be so must not depend on how fast others are. `longest` is in milliseconds.
 */
export async function settle(hasHappened?: () => boolean, longest: number = LONGEST_WAIT): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((done) => setImmediate(done));
  if (IN_PROCESS.includes(currentSubject().identity.kind)) return;
  const wait = hasHappened === undefined ? USUAL_WAIT : longest;
  const end = performance.now() + wait;
  while (performance.now() < end && !hasHappened?.()) await new Promise((done) => setTimeout(done, 2));
}

const IN_PROCESS: readonly SubjectKind[] = ['reference', 'broken'];
