import { readFileSync } from 'node:fs';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import { KitError, messageOf } from '../errors.js';
import type { Model, ModelName } from './model.js';

/** Where the build puts a model as JSON, so that a run need not read YAML. */
export function compiledModel(name: ModelName): URL {
  return new URL(`dist/models/${name}.json`, PACKAGE_ROOT);
}

export function shippedModel(name: ModelName): Model {
  try {
    return JSON.parse(readFileSync(compiledModel(name), 'utf8'));
  } catch (cause) {
    throw new KitError(
      'kit/not-built',
      {
        summary: `the model of the ${name} reference is missing or damaged`,
        expected: `a readable ${compiledModel(name).pathname}`,
        received: messageOf(cause),
        attempt: 'npm run build in a checkout, or install the package again',
      },
      cause,
    );
  }
}
