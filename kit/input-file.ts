import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { type ErrorCode, KitError, messageOf } from './errors.js';

export type Path = readonly (string | number)[];

/** Which kind of file it is, for the messages about it. */
export type InputKind = {
  readonly code: ErrorCode;
  /** As in "the model". */
  readonly noun: string;
  /** What the reader can do about a field that is wrong. */
  readonly attempt: string;
};

/** A YAML file that is what its schema says. `at` gives `file:line:column` of a value. */
export type InputFile<Value> = { readonly value: Value; readonly at: (path: Path) => string };

/**
 * Reads a YAML file and holds it to its schema, which has to describe `Value`.
 * @throws KitError of the kind's code, with line and column of the first problem, and how many there are
 */
export function readInputFile<Value extends object>(file: string, schema: object, kind: InputKind): InputFile<Value> {
  const text = readText(file, kind);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true, merge: false });
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const at = (path: Path): string => place(offsetOf(document, path));
  const [broken] = document.errors;
  if (broken !== undefined) throw refuse(kind, place(broken.pos[0]), 'YAML', broken.message, document.errors.length);

  const raw: unknown = document.toJS({ maxAliasCount: 0 });
  const validate = new Ajv2020({ strict: true, allErrors: true, verbose: true }).compile<Value>(schema);
  if (validate(raw)) return { value: raw, at };
  const [error, ...others] = validate.errors ?? [];
  const path = error === undefined ? [] : pathOf(error);
  throw refuse(kind, at(path), wordsOf(error), describe(valueAt(raw, path)), others.length + 1);
}

function readText(file: string, kind: InputKind): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw refuse(kind, file, 'a file that can be read', messageOf(cause), 1);
  }
}

export function refuse({ code, noun, attempt }: InputKind, where: string, expected: string, received: string, count = 1): KitError {
  return new KitError(code, { summary: `${noun} is not right: ${where}${more(count)}`, expected, received, attempt });
}

/** How many problems there are beside the one that is told. */
export function more(count: number): string {
  return count > 1 ? `, and ${count - 1} more` : '';
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
  return `${field} ${error.message ?? 'to be right'}${describePattern(error)}`;
}

/** What a pattern means stands in the schema beside it. */
function describePattern({ keyword, parentSchema }: ErrorObject): string {
  const description: unknown = keyword === 'pattern' ? Object(parentSchema).description : undefined;
  return typeof description === 'string' ? `. ${description}` : '';
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
