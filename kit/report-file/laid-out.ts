import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { EvidenceText, FEW } from '../../reports/document/evidence-text.js';
import type { WrittenReport } from '../../reports/document/report.js';
import { findDoubt } from '../../reports/document/scenario-verdict.js';
import { ReadScenario } from '../../reports/document/written-report.js';
import { digestOfTime } from '../../reports/formats/json.js';
import { DEEPEST } from '../json-text.js';
import { growHeapSlowly } from '../run/engine.js';
import { type ByteSource, KeptThere, type Line, linesOf } from './byte-source.js';

export type WrittenScenario = WrittenReport['rules'][number]['scenarios'][number];

/** What holds a value to its schema. */
export type Schema = {
  readonly isReport: (value: unknown) => value is WrittenReport;
  readonly isScenario: (value: unknown) => value is WrittenScenario;
};

/** A report whose evidence stays in its file. */
export type LaidOut = {
  readonly kind: 'laid-out';
  readonly report: WrittenReport;
  /** Why a scenario cannot have passed; what is known of it without reading its evidence again. */
  readonly doubtOf: (scenario: WrittenScenario) => string | null;
  /** The first of its own digests that is another one, and the number of the line where it stands. */
  readonly wrongDigest: { readonly of: 'time' | 'the rest'; readonly line: number } | null;
};

/** The number of the first line that a run does not write like this, how it begins, and whether the file rather ends there too early. */
export type Odd = { readonly kind: 'odd'; readonly line: number; readonly begins: string; readonly isEnd: boolean };

/** Bytes of the longest scenario, and of all that is no scenario. */
const LARGEST = 1 << 26;

const TIME = '  "time": {\n';
const TIME_ENDS = '  },\n';
const FOOTER = '  "footer": {\n';
const EMPTY_LIST = '      "scenarios": []\n';
const LIST = '      "scenarios": [\n';
const LIST_ENDS = '      ]\n';
const END = '}\n';
const INDENT = 8;
const SCENARIO = Buffer.from(`${' '.repeat(INDENT)}{`);

/**
 * Reads a report that is laid out as `writeJson` lays it out, line by line: of a scenario, which is one line, nothing is
 * kept but where its evidence is. What is equal to itself when it is written again needs no stricter reading, since no name
 * can stand in it twice. Anything else, such as what somebody laid out anew, is not read here.
 */
export function readLaidOut(source: ByteSource, schema: Schema): LaidOut | Odd {
  const reading = new Reading(schema);
  let line = 0;
  for (const one of linesOf(source, LARGEST)) {
    line += 1;
    if (reading.take(source, one)) continue;
    const begins = one.bytes.toString('utf8', 0, SHOWN).trim();
    return { kind: 'odd', line, begins, isEnd: one.position + one.bytes.length === source.length };
  }
  return reading.end() ?? { kind: 'odd', line, begins: '', isEnd: !reading.isClosed };
}

class Reading {
  readonly #schema: Schema;
  /** All that is no scenario; lists are empty in it. */
  readonly #rest: string[] = [];
  #restLength = 0;
  #lines = 0;
  #scenarios = 0;
  /** Those of each rule. */
  readonly #lists: WrittenScenario[][] = [];
  #list: WrittenScenario[] | null = null;
  /** Of the list that is being read, whether another scenario has to follow. */
  #goesOn = false;
  readonly #doubts = new Map<WrittenScenario, string>();
  /** Of all that is before the footer, but for the time. */
  readonly #digest = createHash('sha256');
  #part: 'head' | 'time' | 'rules' | 'footer' = 'head';
  #isClosed = false;
  #timeLine = 0;
  #footerLine = 0;

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  /** Whether the last line of a report was there. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Whether the line may stand where it does. */
  take(source: ByteSource, { position, bytes }: Line): boolean {
    this.#lines += 1;
    if (!isUtf8(bytes)) return false;
    if (this.#list === null) return this.#takeRest(bytes.toString());
    this.#digest.update(bytes);
    if (this.#goesOn) {
      const scenario = this.#readScenario(source, position, bytes);
      if (scenario === null) return false;
      this.#list.push(scenario);
      this.#scenarios += 1;
      if (this.#scenarios === FEW) growHeapSlowly();
      return true;
    }
    this.#list = null;
    this.#keep(']\n');
    return bytes.toString() === LIST_ENDS;
  }

  #readScenario(source: ByteSource, position: number, bytes: Buffer): WrittenScenario | null {
    if (!bytes.subarray(0, SCENARIO.length).equals(SCENARIO)) return null;
    this.#goesOn = bytes.at(-2) === COMMA;
    const text = bytes.toString('utf8', INDENT, bytes.length - (this.#goesOn ? 2 : 1));
    const value = jsonValue(text);
    if (!this.#schema.isScenario(value) || !isShallow(value, DEEPEST)) return null;
    const { evidence, ...head } = value;
    const before = `${JSON.stringify(head).slice(0, -1)},"evidence":`;
    const written = JSON.stringify(evidence);
    if (text !== `${before}${written}}`) return null;
    const [start, length] = [INDENT + Buffer.byteLength(before), Buffer.byteLength(written)];
    const scenario = new ReadScenario(head, new EvidenceText(new KeptThere(source, position + start, length)));
    const doubt = findDoubt(evidence);
    if (doubt !== null) this.#doubts.set(scenario, doubt);
    return scenario;
  }

  #takeRest(line: string): boolean {
    if (line === TIME && this.#part === 'head') [this.#part, this.#timeLine] = ['time', this.#lines];
    if (line === FOOTER) [this.#part, this.#footerLine] = ['footer', this.#lines];
    if (this.#part === 'head' || this.#part === 'rules') this.#digest.update(line);
    if (line === TIME_ENDS && this.#part === 'time') this.#part = 'rules';
    if (line === END) this.#isClosed = true;
    if (line === LIST || line === EMPTY_LIST) this.#lists.push([]);
    if (line === LIST) [this.#list, this.#goesOn] = [this.#lists.at(-1) ?? null, true];
    return this.#keep(line === LIST ? line.trimEnd() : line);
  }

  #keep(text: string): boolean {
    this.#rest.push(text);
    this.#restLength += text.length;
    return this.#restLength <= LARGEST;
  }

  /** The report, once the last line was taken; null when it is none. */
  end(): LaidOut | null {
    const rest = this.#rest.join('');
    const value = jsonValue(rest);
    if (!this.#schema.isReport(value) || !isShallow(value, DEEPEST) || `${JSON.stringify(value, null, 2)}\n` !== rest) return null;
    if (value.rules.length !== this.#lists.length) return null;
    const rules = value.rules.map((rule, index) => ({ ...rule, scenarios: this.#lists[index] ?? [] }));
    return {
      kind: 'laid-out',
      report: { ...value, rules },
      doubtOf: (scenario) => this.#doubts.get(scenario) ?? null,
      wrongDigest: this.#wrongDigest(value),
    };
  }

  #wrongDigest({ time, footer }: WrittenReport): LaidOut['wrongDigest'] {
    if (Reflect.get(time, 'sha256') !== digestOfTime(time)) return { of: 'time', line: this.#timeLine + placeOf('sha256', time) };
    if (footer.sha256 === this.#digest.digest('hex')) return null;
    return { of: 'the rest', line: this.#footerLine + placeOf('sha256', footer) };
  }
}

const COMMA = 0x2c;

/** Bytes of a line that a message shows. */
const SHOWN = 60;

/** The number of the field among those of the object, which is that of its line below the first. */
function placeOf(name: string, value: object): number {
  return Object.keys(value).indexOf(name) + 1;
}

function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1));
}
