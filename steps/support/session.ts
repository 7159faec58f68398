import type { Subject, SubjectKind } from '../../kit/subject/port.js';
import { openSubject } from '../../kit/subjects/open-subject.js';
import type { SubjectSpec } from '../../kit/subjects/subject-spec.js';

let subject: Subject | null = null;

/** The subject outlives the scenarios: it is opened once a run, and each scenario boots it afresh. */
export async function openSession(spec: SubjectSpec): Promise<void> {
  subject = await openSubject(spec);
}

export function currentSubject(): Subject {
  if (subject === null) throw new Error('no subject is open: BeforeAll has not run');
  return subject;
}

export async function closeSession(): Promise<void> {
  const closing = subject;
  subject = null;
  await closing?.stop();
}

/** Milliseconds that a subject outside of this process has for what happens without anybody's doing, and at most for what must happen. */
const USUAL_WAIT = 20;
const LONGEST_WAIT = 1_000;

/**
 * Long enough for whatever can happen without anybody's doing to have happened, or until it has. The reference only
 * needs its turn; what is judged to be so must not depend on how fast others are.
 */
export async function settle(hasHappened?: () => boolean): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((done) => setImmediate(done));
  if (IN_PROCESS.includes(currentSubject().identity.kind)) return;
  const wait = hasHappened === undefined ? USUAL_WAIT : LONGEST_WAIT;
  const end = performance.now() + wait;
  while (performance.now() < end && !hasHappened?.()) await new Promise((done) => setTimeout(done, 2));
}

const IN_PROCESS: readonly SubjectKind[] = ['reference', 'broken'];
