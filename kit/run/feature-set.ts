import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PACKAGE_ROOT } from '../catalogue/load.js';

/** What a run consists of. Folders are relative to `root`, and so are the locations in every report. */
export type FeatureSet = {
  /** An absolute directory. */
  readonly root: string;
  /** The folder of the feature files. */
  readonly features: string;
  /** The folder of the compiled steps, or the one file in which they are. */
  readonly steps: string;
};

/** The features and steps of this installation, wherever it lies and whatever the current directory is. */
export const SHIPPED_FEATURES: FeatureSet = { root: fileURLToPath(PACKAGE_ROOT), features: 'features', steps: 'dist/steps' };

/** Feature files by their paths from the root, in alphabetical order. */
export function featureFiles({ root, features }: FeatureSet): readonly string[] {
  return filesBelow(root, features, (name) => name.endsWith('.feature'));
}

/** Modules that define steps, by their paths from the root, in alphabetical order. */
export function stepFiles({ root, steps }: FeatureSet): readonly string[] {
  return steps.endsWith('.js') ? [steps] : filesBelow(root, steps, (name) => name.endsWith('.js') && !name.endsWith('.test.js'));
}

function filesBelow(root: string, folder: string, isWanted: (name: string) => boolean): readonly string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return entries
    .filter(isWanted)
    .map((entry) => join(folder, entry))
    .sort();
}
