import type { Report } from '../../reports/document/report.js';
import { openSubject } from '../subjects/open-subject.js';
import type { SubjectSpec } from '../subjects/subject-spec.js';

/** Opens the subject once, before anything is judged, to learn what it says of itself. */
export async function subjectFacts(spec: SubjectSpec): Promise<Report['subject']> {
  const subject = await openSubject(spec);
  const facts = { ...subject.identity, capabilities: [...subject.capabilities] };
  await subject.stop();
  return facts;
}
