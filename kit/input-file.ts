import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { PACKAGE_ROOT } from './catalogue/load.js';
import { type ErrorCode, KitError, messageOf } from './errors.js';
import { nearest } from './nearest.js';

export type Path = readonly (string | number)[];

/** Which kind of file it is, for the messages about it. */
export type InputKind = {
  readonly code: ErrorCode;
  /** As in "the model". */
  readonly noun: string;
  /** What the reader can do about a field that is wrong. */
  readonly attempt: string;
};

/** A text as a value, or why it is none; offsets count from the start of the text. */
export type ParsedText =
  | { readonly kind: 'value'; readonly value: unknown; readonly offsetOf: (path: Path) => number }
  /** The first problem, and how many there are. */
  | { readonly kind: 'problem'; readonly offset: number; readonly expected: string; readonly received: string; readonly count: number };

export type Syntax = {
  readonly parse: (text: string) => ParsedText;
  /** Whether every problem is looked for, and not the first alone; in a large file there can be very many. */
  readonly tellsHowMany: boolean;
};

/** A file that is what its schema says. `at` gives `file:line:column` of a value. */
export type InputFile<Value> = { readonly value: Value; readonly at: (path: Path) => string };

/** Bytes of the largest file that is read as a whole. */
export const LARGEST_FILE = 1 << 26;

/** A format of files: what they are called, their syntax, and the schema, which has to describe `Value`. */
export class InputFormat<Value extends object> {
  readonly kind: InputKind;
  readonly #schema: string;
  readonly #syntax: Syntax;
  readonly #validators = new Map<string, ValidateFunction>();
  #ajv: Ajv2020 | null = null;

  /** `schema` is a path from the package's root. */
  constructor(kind: InputKind, schema: string, syntax: Syntax) {
    this.kind = kind;
    this.#schema = schema;
    this.#syntax = syntax;
  }

  /** @throws KitError of the kind's code when the file cannot be read, is larger than 64 MiB, or no UTF-8 */
  readText(file: string): string {
    const bytes = readInput(file, this.kind);
    requireUtf8(bytes, file, this.kind);
    return bytes.toString();
  }

  /**
   * Holds the text of a file to its schema.
   * @throws KitError of the kind's code, with line and column of the first problem, and how many there are
   */
  parse(text: string, file: string): InputFile<Value> {
    return this.holdToSchema(this.#syntax.parse(text), text, file);
  }

  /**
   * The same of a text that was parsed before.
   * @throws KitError of the kind's code
   */
  holdToSchema(parsed: ParsedText, text: string, file: string): InputFile<Value> {
    if (parsed.kind === 'problem')
      throw refuse(this.kind, placeIn(text, file, parsed.offset), parsed.expected, parsed.received, parsed.count);
    const { value, offsetOf } = parsed;
    const at = (path: Path): string => placeIn(text, file, offsetOf(path));
    if (this.#canFit<Value>(value, file)) return { value, at };
    const errors = this.#validator(WHOLE).errors ?? [];
    const error = mostTelling(errors);
    const path = error === undefined ? [] : pathOf(error);
    throw refuse(this.kind, at(path), wordsOf(error), describe(valueAt(value, path)), errors.length);
  }

  /** Whether the value is to that part of the schema, such as `#/$defs/count`, which has to describe `Part`. */
  fits<Part>(value: unknown, part = WHOLE): value is Part {
    return this.#validator(part)(value);
  }

  #canFit<Whole>(value: unknown, file: string): value is Whole {
    try {
      return this.fits<Whole>(value);
    } catch (cause) {
      // A pattern that is held to a text of many MiB runs out of stack.
      if (!(cause instanceof RangeError)) throw cause;
      throw refuse(this.kind, file, 'texts of a few MiB at most', 'a longer one');
    }
  }

  #validator(part: string): ValidateFunction {
    const known = this.#validators.get(part);
    if (known !== undefined) return known;
    this.#ajv ??= new Ajv2020({ strict: true, allErrors: this.#syntax.tellsHowMany, verbose: true }).addSchema(
      JSON.parse(readFileSync(new URL(this.#schema, PACKAGE_ROOT), 'utf8')),
      this.#schema,
    );
    const validator = this.#ajv.compile({ $ref: `${this.#schema}${part}` });
    this.#validators.set(part, validator);
    return validator;
  }
}

const WHOLE = '#';

/** `file:line:column`, both counted from 1. */
export function placeIn(text: string, file: string, offset: number): string {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
    line += 1;
    start = end + 1;
  }
  return `${file}:${line}:${offset - start + 1}`;
}

/**
 * Left to itself, a decoder puts other characters in the place of what is none.
 * @throws KitError of the kind's code, with line and column of the first byte that is wrong
 */
export function requireUtf8(bytes: Buffer, file: string, kind: InputKind): void {
  if (isUtf8(bytes)) return;
  const text = bytes.toString();
  const again = Buffer.from(text);
  const found = bytes.findIndex((byte, index) => byte !== again[index]);
  const wrong = found === -1 ? bytes.length : found;
  const before = bytes.toString('utf8', 0, wrong).replace(/\ufffd$/, '');
  const received = bytes.toString('hex', wrong, wrong + SHOWN_BYTES) || 'a character that is not whole at the end';
  throw refuse(kind, placeIn(text, file, before.length), 'UTF-8', received);
}

/** How many bytes of what is no text a message shows, in hex. */
const SHOWN_BYTES = 4;

/** Milliseconds in which something has to come from a pipe; a read that waits for ever could not be interrupted. */
const PATIENCE = 60_000;
const TURN = 10;

/**
 * The bytes of a file, or what comes from a pipe.
 * @throws KitError of the kind's code when it cannot be read, or is larger than 64 MiB
 */
export function readInput(file: string, kind: InputKind, patience = PATIENCE): Buffer {
  const bytes = readAtMost(file, LARGEST_FILE, kind, patience);
  if (bytes === null) throw refuse(kind, file, `at most ${LARGEST_FILE >> 20} MiB`, 'more than that');
  return bytes;
}

/** Null when there is more; what has no end, such as a device, is not read to it. */
function readAtMost(file: string, limit: number, kind: InputKind, patience: number): Buffer | null {
  try {
    const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return readUpTo(descriptor, limit, patience);
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    throw cannotRead(kind, file, cause);
  }
}

export function cannotRead({ code, noun }: InputKind, file: string, cause: unknown): KitError {
  const explanation = { summary: `${noun} cannot be read: ${file}`, expected: 'a file that can be read', received: messageOf(cause) };
  return new KitError(code, { ...explanation, attempt: 'the path of one, from the folder in which the command is given' });
}

function readUpTo(descriptor: number, limit: number, patience: number): Buffer | null {
  const chunks: Buffer[] = [];
  const mayBegin = fstatSync(descriptor).isFIFO();
  for (let length = 0; length <= limit; ) {
    const chunk = Buffer.allocUnsafe(1 << 20);
    const read = readSome(descriptor, chunk, { mayBegin: mayBegin && length === 0, patience });
    if (read === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, read));
    length += read;
  }
  return null;
}

type Waiting = { readonly mayBegin: boolean; readonly patience: number };

/** How many bytes there were; none at the end. A pipe that `mayBegin` is at its end, too, until somebody opens it to write. */
function readSome(descriptor: number, chunk: Buffer, { mayBegin, patience }: Waiting): number {
  const clock = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  for (let waited = 0; ; waited += TURN) {
    const read = readNow(descriptor, chunk);
    if (read !== null && (read > 0 || !mayBegin)) return read;
    if (waited >= patience) throw new Error(`nothing came from it for ${patience / 1000} s`);
    Atomics.wait(clock, 0, 0, TURN);
  }
}

/** Null when something may come yet. */
function readNow(descriptor: number, chunk: Buffer): number | null {
  try {
    return readSync(descriptor, chunk, 0, chunk.length, null);
  } catch (error) {
    if (Object(error).code === 'EAGAIN') return null;
    throw error;
  }
}

export function refuse({ code, noun, attempt }: InputKind, where: string, expected: string, received: string, count = 1): KitError {
  return new KitError(code, { summary: `${noun} is not right: ${where}${more(count)}`, expected, received, attempt });
}

/** How many problems there are beside the one that is told. */
export function more(count: number): string {
  return count > 1 ? `, and ${count - 1} more` : '';
}

/** The first; but a field that is missing beside one that there is not has most likely been misspelt. */
function mostTelling(errors: readonly ErrorObject[]): ErrorObject | undefined {
  const [first] = errors;
  const isUnknown = ({ keyword, instancePath }: ErrorObject) => keyword === 'additionalProperties' && instancePath === first?.instancePath;
  return first?.keyword === 'required' ? (errors.find(isUnknown) ?? first) : first;
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
  if (error.keyword === 'additionalProperties') return knownFields(field, error);
  if (error.keyword === 'enum') return `${field} to be one of ${JSON.stringify(error.params['allowedValues'])}`;
  return `${field} ${error.message ?? 'to be right'}${describeForm(error)}`;
}

function knownFields(owner: string, { params, parentSchema }: ErrorObject): string {
  const given = String(params['additionalProperty']);
  const known = Object.keys(Object(Object(parentSchema).properties));
  const meant = nearest(given, known);
  const hint = meant === null ? '' : `; "${meant}" is near`;
  return `fields that ${owner} has (${known.join(', ')}), and "${given}" is none of them${hint}`;
}

const OF_THE_FORM: readonly string[] = ['pattern', 'type', 'const', 'minLength'];

/** What a value has to look like stands in the schema beside it. */
function describeForm({ keyword, parentSchema, instancePath }: ErrorObject): string {
  const description: unknown = instancePath !== '' && OF_THE_FORM.includes(keyword) ? Object(parentSchema).description : undefined;
  return typeof description === 'string' ? `. ${description}` : '';
}

function describe(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 100 ? `${text.slice(0, 100)}...` : text;
}

function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), raw);
}
