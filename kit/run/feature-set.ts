import { fileURLToPath } from 'node:url';
import { PACKAGE_ROOT } from '../catalogue/load.js';

/** Where cucumber finds what it runs. Patterns are relative to `root`, and so are the locations in every report. */
export type FeatureSet = {
  /** An absolute directory. */
  readonly root: string;
  readonly features: string;
  /** Compiled JavaScript. */
  readonly steps: string;
};

/** The features and steps of this installation, wherever it lies and whatever the current directory is. */
export const SHIPPED_FEATURES: FeatureSet = {
  root: fileURLToPath(PACKAGE_ROOT),
  features: 'features/**/*.feature',
  steps: 'dist/steps/**/!(*.test).js',
};
