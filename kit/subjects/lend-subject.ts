import type { Subject } from '../subject/port.js';
import type { SubjectSpec } from './subject-spec.js';

const lent = new Map<string, Subject>();
let count = 0;

/** Steps are told of a subject in JSON, so that one which is open already gets a name, until it is taken back. */
export function lendSubject(subject: Subject): { readonly spec: SubjectSpec; takeBack(): void } {
  count += 1;
  const name = `subject ${count}`;
  lent.set(name, subject);
  return { spec: { kind: 'lent', name }, takeBack: () => lent.delete(name) };
}

export function borrowSubject(name: string): Subject {
  const subject = lent.get(name);
  if (subject === undefined) throw new Error(`no "${name}" is lent`);
  return subject;
}
