import { createRequire } from 'node:module';
import { join } from 'node:path';
import { KitError } from '../errors.js';
import type { FeatureSet } from './feature-set.js';

/** Steps that register themselves with another copy of cucumber than the one that runs would be no steps at all. */
export function requireOneCucumber({ root }: FeatureSet): void {
  const ours = cucumberSeenFrom(import.meta.url);
  const theirs = cucumberSeenFrom(join(root, 'package.json'));
  if (ours === theirs) return;
  throw new KitError('kit/two-cucumbers', {
    summary: 'the steps would register with another copy of cucumber than the one that runs them',
    expected: `one copy of @cucumber/cucumber, ${ours}`,
    received: theirs ?? `none that can be found from ${root}`,
    attempt: 'remove the second copy (npm ls @cucumber/cucumber shows who brings it), then npm ci',
  });
}

/** The file of @cucumber/cucumber that a module at that place would get, or null. */
export function cucumberSeenFrom(place: string): string | null {
  try {
    return createRequire(place).resolve('@cucumber/cucumber');
  } catch {
    return null;
  }
}
