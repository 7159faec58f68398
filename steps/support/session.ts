import type { Subject } from '../../kit/subject/port.js';
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

/** Long enough for whatever can happen without anybody's doing to have happened. The reference only needs its turn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((done) => setImmediate(done));
}
