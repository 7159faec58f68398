import { readdirSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Subject } from '../subject/port.js';
import type { SubjectSpec } from '../subjects/subject-spec.js';
import type { GenerationOrders } from './generation-hooks.js';

type OpenSubject = (spec: SubjectSpec) => Promise<Subject>;

let count = 0;
let current: OpenSubject | null = null;

/** To be called before any of the project's modules is loaded; `root` is its folder. */
export function renewImplementations(root: string): void {
  const data: GenerationOrders = { root, current: import.meta.url };
  register('./generation-hooks.js', import.meta.url, { data });
}

/**
 * Loads core and devices once more, tables and all, beside those that are there. What was loaded before is never given back, so
 * that a process should not do this very often.
 */
export async function loadGeneration(root: string): Promise<void> {
  count += 1;
  const load = (module: string) => import(`${pathToFileURL(join(root, 'dist', module)).href}?generation=${count}`);
  const loaded: { readonly openSubject: OpenSubject } = await load('kit/subjects/open-subject.js');
  for (const module of deviceModules(root)) await load(module);
  current = loaded.openSubject;
}

/** What the steps call in place of the function of that name: opens the subject in the generation that was loaded last. */
export function openSubject(spec: SubjectSpec): Promise<Subject> {
  if (current === null) throw new Error('no generation has been loaded');
  return current(spec);
}

/** Some devices are loaded when a scenario first has one; then their tables would seem to belong to that scenario. */
function deviceModules(root: string): readonly string[] {
  return readdirSync(join(root, 'dist/devices'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('-device.js'))
    .map((path) => `devices/${path}`);
}
