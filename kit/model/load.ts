import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { KitError, messageOf } from '../errors.js';
import { type Errno, isErrno } from '../uapi/errno.js';
import { type Contradiction, findContradictions } from './contradictions.js';
import type { Model } from './model.js';

/** Refusals that are accepted when a model names none. Sources: review of the xe RFC; drivers/fwctl/mlx5/main.c; drivers/cxl/core/features.c. */
const USUAL_REFUSALS: readonly Errno[] = ['EPERM', 'EBADMSG', 'EINVAL'];

type Path = readonly (string | number)[];

/**
 * Reads a model file, and refuses one that is not what its schema says or that contradicts itself.
 * @throws KitError input/bad-model, with line and column of the first problem, and how many there are
 */
export function loadModel(file: string): Model {
  const text = readText(file);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true, merge: false });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const [broken] = document.errors;
  if (broken !== undefined) throw badModel(at(broken.pos[0]), 'YAML', broken.message, document.errors.length);

  const raw: unknown = document.toJS({ maxAliasCount: 0 });
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema());
  if (!validate(raw)) {
    const [error, ...others] = validate.errors ?? [];
    const path = error === undefined ? [] : pathOf(error);
    throw badModel(at(offsetOf(document, path)), wordsOf(error), describe(valueAt(raw, path)), others.length + 1);
  }
  const model = withUsualRefusals(raw);
  const [contradiction, ...others] = findContradictions(model);
  if (contradiction !== undefined) throw contradicts(at(offsetOf(document, contradiction.path)), contradiction, others.length + 1);
  return model;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw badModel(file, 'a file that can be read', messageOf(cause), 1);
  }
}

export function schema(): object {
  return JSON.parse(readFileSync(schemaFile(), 'utf8'));
}

/** The schema lies beside the source, and two folders above the compiled file. */
function schemaFile(): URL {
  const inSource = new URL('fwctl-model-1.json', import.meta.url);
  return inSource.pathname.includes('/dist/') ? new URL('../../../kit/model/fwctl-model-1.json', import.meta.url) : inSource;
}

type WrittenModel = Omit<Model, 'refusals'> & { readonly refusals?: readonly string[] };

/** The schema has seen to the shape. */
function withUsualRefusals(raw: unknown): Model {
  const written: WrittenModel = Object(raw);
  return { ...written, refusals: written.refusals?.map(knownErrno) ?? USUAL_REFUSALS };
}

function knownErrno(name: string): Errno {
  if (isErrno(name)) return name;
  throw badModel('refusals', 'errnos of Linux, such as EPERM', name, 1);
}

function badModel(where: string, expected: string, received: string, count: number): KitError {
  return new KitError('input/bad-model', {
    summary: `the model is not one: ${where}${count > 1 ? `, and ${count - 1} more` : ''}`,
    expected,
    received,
    attempt: 'docs/model.md describes every field; a "# yaml-language-server: $schema=" line lets an editor check it',
  });
}

function contradicts(where: string, { message }: Contradiction, count: number): KitError {
  return new KitError('input/bad-model', {
    summary: `the model contradicts itself: ${where}${count > 1 ? `, and ${count - 1} more` : ''}`,
    expected: 'a model that an implementation can keep',
    received: message,
    attempt: 'correct the model; if it is right, the device cannot conform',
  });
}

function pathOf({ instancePath, params }: ErrorObject): Path {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  return 'additionalProperty' in params ? [...path, String(params['additionalProperty'])] : path;
}

function wordsOf(error: ErrorObject | undefined): string {
  if (error === undefined) return 'what the schema says';
  const field = error.instancePath.slice(1).replaceAll('/', '.') || 'the document';
  if (error.keyword === 'additionalProperties') return `only fields that ${field} has`;
  if (error.keyword === 'enum') return `${field} to be one of ${JSON.stringify(error.params['allowedValues'])}`;
  if (error.keyword === 'pattern') return `${field} to be hex digits, two a byte, in quotes`;
  return `${field} ${error.message ?? 'to be right'}`;
}

function describe(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 100 ? `${text.slice(0, 100)}...` : text;
}

function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), raw);
}

/** Where the value stands, or the nearest one around it that does. */
function offsetOf(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
