import { parseArgs } from 'node:util';
import pc from 'picocolors';
import { asKitError, errorText } from '../cli/error-text.js';
import { readSeed } from '../cli/option-values.js';
import { badValue } from '../cli/usage-errors.js';
import { SHIPPED_MODELS, type ShippedModel, USUAL_MODEL } from '../model/model.js';
import { recordSelected, referenceWith, type Selection, sweep } from './sweep.js';
import { emptiness, tellSweep } from './tell.js';

/**
 * `npm run sweep [-- --budget N] [--seed S] [--model NAME] [--rule ID]...`: over every device with a model file, and
 * with the usual one over all scenarios. Exit status 0 when nothing was found, 1 when something was, 3 when nothing could be tried.
 */
const options = {
  budget: { type: 'string', default: '1000000' },
  seed: { type: 'string', default: '1' },
  model: { type: 'string' },
  rule: { type: 'string', multiple: true },
} as const;

const LARGEST_BUDGET = 1e12;

function readBudget(text: string): number {
  const budget = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(budget >= 1 && budget <= LARGEST_BUDGET))
    throw badValue('--budget', `a whole number from 1 to ${LARGEST_BUDGET}, operations for a scenario`, text, '--budget 1000000');
  return budget;
}

function readModels(name: string | undefined): readonly ShippedModel[] {
  if (name === undefined) return SHIPPED_MODELS;
  const model = SHIPPED_MODELS.find((candidate) => candidate === name);
  if (model === undefined) throw badValue('--model', `one of ${SHIPPED_MODELS.join(', ')}`, name, `--model ${USUAL_MODEL}`);
  return [model];
}

/** Only with the usual model the scenarios of all other devices, too: they are the same with each. */
function selection(model: ShippedModel, rules: readonly string[]): Selection {
  return { model, rules, ...(model !== USUAL_MODEL && { profiles: ['modelled'] }) };
}

try {
  const { values } = parseArgs({ options });
  const { rule: rules = [] } = values;
  const extent = { budget: readBudget(values.budget), seed: readSeed(values.seed) };
  const models = readModels(values.model);
  let findings = 0;
  let scenarios = 0;
  const missing: string[] = [];
  for (const model of models) {
    const recorded = await recordSelected(selection(model, rules), extent.seed);
    const result = await sweep(referenceWith(model), recorded, extent);
    findings += result.findings.length;
    scenarios += result.scenarios;
    if (model === USUAL_MODEL && rules.length === 0) missing.push(...emptiness(result));
    process.stdout.write(tellSweep(model, result));
  }
  for (const what of missing) process.stdout.write(`${what}\n`);
  process.exitCode = findings > 0 ? 1 : scenarios === 0 || missing.length > 0 ? 3 : 0;
  if (scenarios === 0) process.stdout.write('nothing was swept\n');
} catch (thrown) {
  process.stderr.write(errorText(asKitError(thrown), pc.createColors(process.stderr.isTTY)));
  process.exitCode = 3;
}
