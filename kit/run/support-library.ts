import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { IdGenerator } from '@cucumber/messages';
import { cucumberMessages, cucumberPart, leaveOutUnused, type SupportLibrary } from './cucumber-parts.js';
import { type FeatureSet, stepFiles } from './feature-set.js';
import { StepFinder } from './step-finder.js';

/** The steps and hooks of a feature set. `newId` gives ids that none of them has. */
export type Support = { readonly library: SupportLibrary; readonly finder: StepFinder; readonly newId: IdGenerator.NewId };

const loaded = new Map<string, Promise<Support>>();

/** Steps register themselves when they are imported, which happens once a process, so every further run gets the first one's. */
export function loadSupport(features: FeatureSet): Promise<Support> {
  const key = join(features.root, features.steps);
  const support = loaded.get(key) ?? importSupport(features);
  loaded.set(key, support);
  return support;
}

async function importSupport(features: FeatureSet): Promise<Support> {
  const imports = stepFiles(features).map((file) => `import ${JSON.stringify(pathToFileURL(join(features.root, file)).href)};`);
  leaveOutUnused();
  const newId = cucumberMessages().IdGenerator.incrementing();
  const { default: supportCodeLibraryBuilder } = cucumberPart('support_code_library_builder/index');
  supportCodeLibraryBuilder.reset(features.root, newId);
  // One module that imports them all: they are read at once, and still evaluated in their order.
  await import(`data:text/javascript,${encodeURIComponent(imports.join('\n'))}`);
  const library = supportCodeLibraryBuilder.finalize();
  const finder = new StepFinder(library.stepDefinitions);
  return { library: { ...library, stepDefinitions: [...finder.definitions] }, finder, newId };
}
