import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { type Alias, type Document, isNode, LineCounter, parseDocument, visit } from 'yaml';
import { PACKAGE_ROOT } from './catalogue/load.js';
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

/** A format of YAML files: what they are called, and the schema, which has to describe `Value`. */
export class InputFormat<Value extends object> {
  readonly kind: InputKind;
  readonly #schema: string;
  #validate: ValidateFunction<Value> | null = null;

  /** `schema` is a path from the package's root. */
  constructor(kind: InputKind, schema: string) {
    this.kind = kind;
    this.#schema = schema;
  }

  /** @throws KitError of the kind's code when the file cannot be read */
  readText(file: string): string {
    try {
      return readFileSync(file, 'utf8');
    } catch (cause) {
      throw refuse(this.kind, file, 'a file that can be read', messageOf(cause), 1);
    }
  }

  /**
   * Holds the text of a file to its schema.
   * @throws KitError of the kind's code, with line and column of the first problem, and how many there are
   */
  parse(text: string, file: string): InputFile<Value> {
    this.#validate ??= new Ajv2020({ strict: true, allErrors: true, verbose: true }).compile<Value>(
      JSON.parse(readFileSync(new URL(this.#schema, PACKAGE_ROOT), 'utf8')),
    );
    return parseInput(text, file, this.#validate, this.kind);
  }
}

function parseInput<Value extends object>(
  text: string,
  file: string,
  validate: ValidateFunction<Value>,
  kind: InputKind,
): InputFile<Value> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true, merge: false });
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const at = (path: Path): string => place(offsetOf(document, path));
  const [broken] = document.errors;
  if (broken !== undefined) throw refuse(kind, place(broken.pos[0]), 'YAML', broken.message, document.errors.length);

  const alias = firstAlias(document);
  if (alias !== null) throw refuse(kind, place(alias.range?.[0] ?? 0), 'every value where it stands', `*${alias.source}, an alias`);
  const raw: unknown = document.toJS();
  if (validate(raw)) return { value: raw, at };
  const [error, ...others] = validate.errors ?? [];
  const path = error === undefined ? [] : pathOf(error);
  throw refuse(kind, at(path), wordsOf(error), describe(valueAt(raw, path)), others.length + 1);
}

export function refuse({ code, noun, attempt }: InputKind, where: string, expected: string, received: string, count = 1): KitError {
  return new KitError(code, { summary: `${noun} is not right: ${where}${more(count)}`, expected, received, attempt });
}

/** How many problems there are beside the one that is told. */
export function more(count: number): string {
  return count > 1 ? `, and ${count - 1} more` : '';
}

/** Aliases can make a small file into a huge value, and no field needs one. */
function firstAlias(document: Document.Parsed): Alias | null {
  const found: Alias[] = [];
  visit(document, { Alias: (_key, node) => void found.push(node) });
  return found[0] ?? null;
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
  if (error.keyword === 'additionalProperties')
    return `fields that ${field} has (${fieldsOf(error).join(', ')}), and "${error.params['additionalProperty']}" is none of them`;
  if (error.keyword === 'enum') return `${field} to be one of ${JSON.stringify(error.params['allowedValues'])}`;
  return `${field} ${error.message ?? 'to be right'}${describePattern(error)}`;
}

function fieldsOf({ parentSchema }: ErrorObject): readonly string[] {
  return Object.keys(Object(Object(parentSchema).properties));
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
