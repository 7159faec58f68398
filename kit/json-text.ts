import type { ParsedText, Path, Syntax } from './input-file.js';

/** Deeper than any file of ours; whoever walks through a value need not fear for the stack. */
export const DEEPEST = 64;

/** Characters of the longest number that a double can be, written in full. */
const LONGEST_WORD = 400;

/** How much of the text a message shows. */
const SHOWN = 20;

const WORD = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const END = 'the end of the file';

type Visit = (path: Path, offset: number) => void;

/** A program wrote it, so the first problem tells enough. */
export const JSON_SYNTAX: Syntax = { parse: parseJson, tellsHowMany: false };

/**
 * JSON, and stricter than JSON.parse where readers differ or come to harm: no name twice in one object, no number
 * that is infinite, no nesting of more than 64 levels.
 */
function parseJson(text: string): ParsedText {
  try {
    new JsonText(text, () => {}).walk();
  } catch (problem) {
    if (!(problem instanceof NotJson)) throw problem;
    const { offset, expected } = problem;
    return { kind: 'problem', offset, expected, received: shown(text, offset), count: 1 };
  }
  return { kind: 'value', value: JSON.parse(text), offsetOf: (path) => offsetOf(text, path) };
}

function shown(text: string, offset: number): string {
  return offset >= text.length ? END : JSON.stringify(text.slice(offset, offset + SHOWN));
}

/** Where the value stands, or the nearest one around it that does. */
function offsetOf(text: string, wanted: Path): number {
  let found = 0;
  new JsonText(text, (path, offset) => {
    if (path.every((step, index) => step === wanted[index])) found = offset;
  }).walk();
  return found;
}

class NotJson extends Error {
  readonly offset: number;
  readonly expected: string;

  constructor(offset: number, expected: string) {
    super(expected);
    this.offset = offset;
    this.expected = expected;
  }
}

/** Goes through a text once, value by value. */
class JsonText {
  readonly #text: string;
  readonly #visit: Visit;
  readonly #path: (string | number)[] = [];
  #at = 0;

  constructor(text: string, visit: Visit) {
    this.#text = text;
    this.#visit = visit;
  }

  /** @throws NotJson */
  walk(): void {
    this.#value();
    if (this.#next() !== '') throw new NotJson(this.#at, END);
  }

  /** The character that comes after any space; empty at the end. */
  #next(): string {
    while (' \t\n\r'.includes(this.#text.charAt(this.#at)) && this.#at < this.#text.length) this.#at += 1;
    return this.#text.charAt(this.#at);
  }

  #value(): void {
    const first = this.#next();
    if (this.#path.length > DEEPEST) throw new NotJson(this.#at, `at most ${DEEPEST} levels of nesting`);
    this.#visit(this.#path, this.#at);
    if (first === '{') this.#object();
    else if (first === '[') this.#array();
    else if (first === '"') this.#string();
    else this.#word();
  }

  #object(): void {
    const names = new Set<string>();
    this.#list('}', () => {
      if (this.#next() !== '"') throw new NotJson(this.#at, 'a name in double quotes');
      const start = this.#at;
      this.#string();
      const name: string = JSON.parse(this.#text.slice(start, this.#at));
      if (names.has(name)) throw new NotJson(start, 'each name once in an object');
      names.add(name);
      if (this.#next() !== ':') throw new NotJson(this.#at, 'a colon');
      this.#at += 1;
      return name;
    });
  }

  #array(): void {
    let index = -1;
    this.#list(']', () => {
      index += 1;
      return index;
    });
  }

  /** Values between commas; `step` reads what comes before a value, and gives its place in the list. */
  #list(close: string, step: () => string | number): void {
    this.#at += 1;
    if (this.#next() === close) {
      this.#at += 1;
      return;
    }
    for (;;) {
      this.#path.push(step());
      this.#value();
      this.#path.pop();
      const after = this.#next();
      if (after !== ',' && after !== close) throw new NotJson(this.#at, `a comma or ${close}`);
      this.#at += 1;
      if (after === close) return;
    }
  }

  #string(): void {
    for (this.#at += 1; ; ) {
      const code = this.#text.charCodeAt(this.#at);
      if (Number.isNaN(code)) throw new NotJson(this.#at, 'a double quote');
      if (code < 0x20) throw new NotJson(this.#at, 'control characters as \\u and four digits');
      if (code === 0x5c) this.#escape();
      else this.#at += 1;
      if (code === 0x22) return;
    }
  }

  #escape(): void {
    ESCAPE.lastIndex = this.#at;
    const [sequence] = ESCAPE.exec(this.#text) ?? [];
    if (sequence === undefined) throw new NotJson(this.#unlessCut(this.#at, '\\uffff'.length), 'an escape of JSON');
    this.#at += sequence.length;
  }

  #word(): void {
    const start = this.#at;
    while (/[-+.\w]/.test(this.#text.charAt(this.#at)) && this.#at - start <= LONGEST_WORD) this.#at += 1;
    const word = this.#text.slice(start, this.#at);
    if (!WORD.test(word)) throw new NotJson(this.#unlessCut(start, word.length + 1), 'a value');
    if (/\d/.test(word) && !Number.isFinite(Number(word))) throw new NotJson(start, 'a number that is not infinite');
  }

  /** The offset of something that is wrong; the end of the text when that is why. */
  #unlessCut(offset: number, length: number): number {
    return offset + length > this.#text.length ? this.#text.length : offset;
  }
}
