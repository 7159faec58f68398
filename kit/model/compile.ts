import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import { KitError } from '../errors.js';
import { loadModel } from './load.js';
import { FAILING_MODELS, ODD_MODELS, SHIPPED_MODELS } from './model.js';
import { compiledModel } from './shipped.js';

/** Part of the build: the model files of the reference devices become JSON. */
try {
  for (const name of [...SHIPPED_MODELS, ...FAILING_MODELS, ...ODD_MODELS]) {
    const model = loadModel(fileURLToPath(new URL(`devices/${name}/fwctl-model.yaml`, PACKAGE_ROOT)));
    mkdirSync(new URL('.', compiledModel(name)), { recursive: true });
    writeFileSync(compiledModel(name), `${JSON.stringify(model)}\n`);
  }
} catch (error) {
  const text = error instanceof KitError ? `${error.explanation.summary}: ${error.explanation.received}` : String(error);
  process.stderr.write(`the models of the reference devices could not be compiled: ${text}\n`);
  process.exitCode = 1;
}
