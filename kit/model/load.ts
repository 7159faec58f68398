import { KitError } from '../errors.js';
import { InputFormat, type InputKind, more, refuse } from '../input-file.js';
import { type Errno, isErrno } from '../uapi/errno.js';
import { YAML_SYNTAX } from '../yaml-text.js';
import { type Contradiction, findContradictions } from './contradictions.js';
import type { Model } from './model.js';

/** Refusals that are accepted when a model names none. Sources: review of the xe RFC; drivers/fwctl/mlx5/main.c; drivers/cxl/core/features.c. */
const USUAL_REFUSALS: readonly Errno[] = ['EPERM', 'EBADMSG', 'EINVAL'];

const MODEL_FILE: InputKind = {
  code: 'input/bad-model',
  noun: 'the model',
  attempt: 'docs/model.md describes every field; a "# yaml-language-server: $schema=" line lets an editor check it',
};

type WrittenModel = Omit<Model, 'refusals'> & { readonly refusals?: readonly string[] };
const MODEL_FORMAT = new InputFormat<WrittenModel>(MODEL_FILE, 'kit/model/fwctl-model-1.json', YAML_SYNTAX);

/**
 * Reads a model file, and refuses one that is not what its schema says or that contradicts itself.
 * @throws KitError input/bad-model, with line and column of the first problem, and how many there are
 */
export function loadModel(file: string): Model {
  return parseModel(MODEL_FORMAT.readText(file), file);
}

/**
 * The same of the text of the file.
 * @throws KitError input/bad-model
 */
export function parseModel(text: string, file: string): Model {
  const { value, at } = MODEL_FORMAT.parse(text, file);
  const refusals = (value.refusals ?? USUAL_REFUSALS).map((name, index) => {
    if (isErrno(name)) return name;
    throw refuse(MODEL_FILE, at(['refusals', index]), 'an errno of Linux, such as EPERM', name);
  });
  const model = { ...value, refusals };
  const [contradiction, ...others] = findContradictions(model);
  if (contradiction !== undefined) throw contradicts(at(contradiction.path), contradiction, others.length + 1);
  return model;
}

function contradicts(where: string, { message }: Contradiction, count: number): KitError {
  return new KitError('input/bad-model', {
    summary: `the model contradicts itself: ${where}${more(count)}`,
    expected: 'a model that an implementation can keep',
    received: message,
    attempt: 'correct the model; if it is right, the device cannot conform',
  });
}
