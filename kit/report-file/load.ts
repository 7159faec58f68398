import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { findInconsistency } from '../../reports/document/consistency.js';
import type { WrittenReport } from '../../reports/document/report.js';
import { reportFileIn } from '../../reports/report-folder.js';
import {
  cannotRead,
  InputFormat,
  type InputKind,
  LARGEST_FILE,
  type ParsedText,
  placeIn,
  readInput,
  refuse,
  requireUtf8,
} from '../input-file.js';
import { JSON_SYNTAX } from '../json-text.js';
import { type ByteSource, bytesOf, bytesOfFile, chunksOf, readAt } from './byte-source.js';
import { type Change, changeOfDigest, findChange } from './integrity.js';
import { type Odd, readLaidOut, type Schema, type WrittenScenario } from './laid-out.js';

const REPORT_FILE: InputKind = {
  code: 'input/bad-report',
  noun: 'the report',
  attempt: 'the report.json that a run wrote, unchanged; docs/reports.md says what is in it',
};

const REPORT_FORMAT = new InputFormat<WrittenReport>(REPORT_FILE, 'reports/schema/report-1.json', JSON_SYNTAX);

/** What a file says. One that ends before its footer is of a run that was cut short, and says nothing: `where` it ends. */
export type ReadReport =
  | {
      readonly kind: 'whole';
      readonly report: WrittenReport;
      /** The first place where the file is not what a run wrote. */
      readonly findChange: () => Change | null;
    }
  | { readonly kind: 'cut-short'; readonly where: string };

/** A file that was read, and the SHA-256 of its bytes in hexadecimal digits. */
export type ReadFile = { readonly read: ReadReport; readonly digest: () => string };

/**
 * Reads report.json, or the one in the folder, and refuses what is not to its schema or contradicts itself. When it is
 * laid out as a run does it, evidence stays in the file, which then may be of any size; `largest` is that of another one,
 * in bytes.
 * @throws KitError input/bad-report, with line and column of the first problem
 */
export function loadReport(path: string, largest = LARGEST_FILE): ReadReport {
  return openReport(path, largest).read;
}

/**
 * The same, and the way to the digest of what was read.
 * @throws KitError input/bad-report
 */
export function openReport(path: string, largest = LARGEST_FILE): ReadFile {
  const file = fileOf(path);
  const source = openSource(file);
  return { read: readReport(source, file, largest), digest: () => digestOf(source) };
}

function fileOf(path: string): string {
  if (readable(path, () => statSync(path, { throwIfNoEntry: false })?.isDirectory())) return reportFileIn(path);
  return basename(path) === 'report.json' ? reportFileIn(dirname(path)) : path;
}

function openSource(file: string): ByteSource {
  const source = readable(file, () => bytesOfFile(file));
  if (source === null) return bytesOf(readInput(file, REPORT_FILE));
  const fill = (buffer: Buffer, position: number): number => {
    const filled = source.fill(buffer, position);
    if (filled < Math.min(buffer.length, source.length - position)) throw new Error('it has become shorter while it was read');
    return filled;
  };
  return { length: source.length, fill: (buffer, position) => readable(file, () => fill(buffer, position)) };
}

/** @throws KitError input/bad-report when the file cannot be read */
function readable<Value>(file: string, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    throw cannotRead(REPORT_FILE, file, cause);
  }
}

function digestOf(source: ByteSource): string {
  const digest = createHash('sha256');
  for (const chunk of chunksOf(source)) digest.update(chunk);
  return digest.digest('hex');
}

/**
 * The same of the text of the file.
 * @throws KitError input/bad-report
 */
export function parseReport(text: string | Buffer, file: string): ReadReport {
  return readReport(bytesOf(Buffer.from(text)), file, LARGEST_FILE);
}

const SCHEMA: Schema = {
  isReport: (value): value is WrittenReport => REPORT_FORMAT.fits<WrittenReport>(value),
  isScenario: (value): value is WrittenScenario => REPORT_FORMAT.fits<WrittenScenario>(value, '#/$defs/scenario'),
};

function readReport(source: ByteSource, file: string, largest: number): ReadReport {
  const read = readLaidOut(source, SCHEMA);
  const isLarge = source.length > largest;
  if (read.kind === 'odd') return isLarge ? readLargeOdd(read, source, file, largest) : readWhole(source, file);
  const found = findInconsistency(read.report, read.doubtOf);
  if (found === null) return { kind: 'whole', report: read.report, findChange: () => changeOfDigest(read, file) };
  if (isLarge) throw refuse(REPORT_FILE, `${file}, ${found.path.join('.')}`, found.expected, found.received);
  return readWhole(source, file);
}

/** Bytes that are enough to know a report by. */
const BEGINNING = 1024;

/** What is not laid out as a run does it would have to be held in memory. */
function readLargeOdd({ line, begins, isEnd }: Odd, source: ByteSource, file: string, largest: number): ReadReport {
  const where = `${file}:${line}:1`;
  if (isEnd && beginsAsReport(readAt(source, 0, BEGINNING).toString())) return { kind: 'cut-short', where };
  throw refuse(REPORT_FILE, where, `lines as a run writes them, or at most ${largest >> 20} MiB`, begins || 'other ones');
}

/** Reads a report however it is laid out, and says where it is wrong. */
function readWhole(source: ByteSource, file: string): ReadReport {
  const bytes = readAt(source, 0, source.length);
  const text = bytes.toString();
  const parsed = JSON_SYNTAX.parse(text);
  if (beginsAsReport(text) && !hasFooter(parsed, text)) return { kind: 'cut-short', where: placeIn(text, file, text.length) };
  requireUtf8(bytes, file, REPORT_FILE);
  const { value, at } = REPORT_FORMAT.holdToSchema(parsed, text, file);
  const found = findInconsistency(value);
  if (found !== null) throw refuse(REPORT_FILE, at(found.path), found.expected, found.received);
  return { kind: 'whole', report: value, findChange: () => findChange(text, file, value) };
}

function beginsAsReport(text: string): boolean {
  return /^\s*\{\s*"result"\s*:/.test(text);
}

/** Text that is wrong in its middle was not cut short; it is refused for what is wrong there. */
function hasFooter(parsed: ParsedText, text: string): boolean {
  return parsed.kind === 'problem' ? parsed.offset < text.length : Object.hasOwn(Object(parsed.value), 'footer');
}
