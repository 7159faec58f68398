import { basename } from 'node:path';
import type { Report } from '../../reports/document/report.js';
import { KitError } from '../errors.js';
import type { SubjectSpec } from '../subjects/subject-spec.js';
import { subjectOpener } from './joined.js';

/**
 * Opens the subject once, before anything is judged, to learn what it says of itself. An adapter that does not greet is
 * still judged: the report says what went wrong.
 */
export async function subjectFacts(spec: SubjectSpec): Promise<Report['subject']> {
  const { openSubject } = await subjectOpener(spec);
  const subject = await openSubject(spec).catch((error: unknown) => {
    if (spec.kind === 'adapter' && error instanceof KitError && error.code === 'subject/no-greeting') return null;
    throw error;
  });
  if (subject === null) return { kind: 'adapter', name: nameOf(spec), version: 'unknown', capabilities: [], honesty: [] };
  // What goes wrong in this conversation goes wrong in that of the run, too, and is told there.
  const honesty = (await subject.probe?.().catch(() => [])) ?? [];
  const facts = { ...subject.identity, capabilities: [...subject.capabilities], honesty };
  await subject.stop().catch(() => undefined);
  return facts;
}

function nameOf(spec: SubjectSpec): string {
  return spec.kind === 'adapter' ? basename(spec.command) : spec.kind;
}
