import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import type { SubjectSpec } from '../subjects/subject-spec.js';
import { type FeatureSet, SHIPPED_FEATURES } from './feature-set.js';

/** Where the build puts the steps and what opens a subject, each with all that they import; docs/decisions/joined-modules.md says why. */
export const JOINED = 'dist/joined';
const OPEN_SUBJECT = new URL(`${JOINED}/open-subject.js`, PACKAGE_ROOT);

/** The shipped features, with the joined steps for a subject that they can open. */
export function featuresFor(spec: SubjectSpec): FeatureSet {
  return isJoined(spec) ? { ...SHIPPED_FEATURES, steps: `${JOINED}/steps.js` } : SHIPPED_FEATURES;
}

/** The module that opens a subject of that kind. */
export async function subjectOpener(spec: SubjectSpec): Promise<typeof import('../subjects/open-subject.js')> {
  return isJoined(spec) ? import(OPEN_SUBJECT.href) : import('../subjects/open-subject.js');
}

/** A variant imports the modules of the reference that it is put together with, and what is lent is kept in one; neither may be joined elsewhere. */
const JOINABLE: readonly SubjectSpec['kind'][] = ['reference', 'driver', 'adapter', 'linux', 'node'];

function isJoined(spec: SubjectSpec): boolean {
  const isObserved = spec.kind === 'reference' && spec.observation !== undefined;
  return JOINABLE.includes(spec.kind) && !isObserved && existsSync(fileURLToPath(OPEN_SUBJECT));
}
