import type { RecordedBytes, RecordedValue } from '../../../../kit/evidence.js';
import { printable } from '../../printable.js';

type Fields = { readonly [name: string]: RecordedValue };

/** The longest text of a subject that the page shows, in characters; report.json has the whole. */
const LONGEST = 4000;
/** How deep a value is told. */
const DEEPEST = 6;

/** Text as the page may show it: printable, and not endless. */
export function shown(text: string): string {
  if (text.length <= LONGEST) return printable(text);
  return `${printable(text.slice(0, LONGEST))} … (${text.length - LONGEST} more characters in report.json)`;
}

/** The named fields of a value; none of what has no names. */
export function fieldsOf(value: RecordedValue | undefined): Fields {
  return typeof value === 'object' && value !== null && !isList(value) ? value : {};
}

function isList(value: RecordedValue | undefined): value is readonly RecordedValue[] {
  return Array.isArray(value);
}

export function isBytes(value: RecordedValue | undefined): value is RecordedBytes {
  const fields = fieldsOf(value);
  return typeof fields['length'] === 'number' && typeof fields['hex'] === 'string';
}

/** A field of the value, where it has one of that name. */
export function fieldOf(value: RecordedValue | undefined, name: string): RecordedValue | undefined {
  const fields = fieldsOf(value);
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** The items of a list; of a long one those at its ends. */
export function itemsOf(value: RecordedValue | undefined): readonly RecordedValue[] {
  if (isList(value)) return value;
  return [fieldOf(value, 'first'), fieldOf(value, 'last')].flatMap((part) => (isList(part) ? part : []));
}

/** Any recorded value in words, on one line. */
export function told(value: RecordedValue | undefined): string {
  return shown(inWords(value, 0));
}

function inWords(value: RecordedValue | undefined, depth: number): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value !== 'object') return String(value);
  if (isBytes(value)) return `${counted(value.length, 'byte')}: ${value.hex || 'none'}`;
  if (depth === DEEPEST) return '…';
  if (isList(value)) return value.map((item) => inWords(item, depth + 1)).join(', ') || 'none';
  return Object.entries(value)
    .map(([name, inner]) => `${asWords(name)} ${inWords(inner, depth + 1)}`)
    .join(', ');
}

/** `userNamespace` as "user namespace". */
export function asWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

export function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : plural(noun)}`;
}

export function plural(noun: string): string {
  return noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
