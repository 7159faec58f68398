import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { findInconsistency } from '../../reports/document/consistency.js';
import type { WrittenReport } from '../../reports/document/report.js';
import { reportFileIn } from '../../reports/report-folder.js';
import { InputFormat, type InputKind, type ParsedText, placeIn, readInput, refuse } from '../input-file.js';
import { JSON_SYNTAX } from '../json-text.js';

const REPORT_FILE: InputKind = {
  code: 'input/bad-report',
  noun: 'the report',
  attempt: 'the report.json that a run wrote, unchanged; docs/reports.md says what is in it',
};

const REPORT_FORMAT = new InputFormat<WrittenReport>(REPORT_FILE, 'reports/schema/report-1.json', JSON_SYNTAX);

/** What a file says. One that ends before its footer is of a run that was cut short, and says nothing: `where` it ends. */
export type ReadReport =
  | { readonly kind: 'whole'; readonly report: WrittenReport }
  | { readonly kind: 'cut-short'; readonly where: string };

/**
 * Reads report.json, or the one in the folder, and refuses what is not to its schema or contradicts itself.
 * @throws KitError input/bad-report, with line and column of the first problem
 */
export function loadReport(path: string): ReadReport {
  const { text, file } = readReportText(path);
  return parseReport(text, file);
}

/**
 * The text of report.json, or of the one in the folder, as it is.
 * @throws KitError input/bad-report when it cannot be read
 */
export function readReportText(path: string): { readonly text: string; readonly file: string } {
  const file = fileOf(path);
  return { text: REPORT_FORMAT.readText(file), file };
}

/**
 * The same, and the SHA-256 of the bytes of the file in hexadecimal digits.
 * @throws KitError input/bad-report
 */
export function loadReportWithDigest(path: string): { readonly read: ReadReport; readonly sha256: string } {
  const file = fileOf(path);
  const bytes = readInput(file, REPORT_FILE);
  return { read: parseReport(bytes.toString(), file), sha256: createHash('sha256').update(bytes).digest('hex') };
}

function fileOf(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return reportFileIn(path);
  return basename(path) === 'report.json' ? reportFileIn(dirname(path)) : path;
}

/**
 * The same of the text of the file.
 * @throws KitError input/bad-report
 */
export function parseReport(text: string, file: string): ReadReport {
  const parsed = JSON_SYNTAX.parse(text);
  if (beginsAsReport(text) && !hasFooter(parsed, text)) return { kind: 'cut-short', where: placeIn(text, file, text.length) };
  const { value, at } = REPORT_FORMAT.holdToSchema(parsed, text, file);
  const found = findInconsistency(value);
  if (found !== null) throw refuse(REPORT_FILE, at(found.path), found.expected, found.received);
  return { kind: 'whole', report: value };
}

function beginsAsReport(text: string): boolean {
  return /^\s*\{\s*"result"\s*:/.test(text);
}

/** Text that is wrong in its middle was not cut short; it is refused for what is wrong there. */
function hasFooter(parsed: ParsedText, text: string): boolean {
  return parsed.kind === 'problem' ? parsed.offset < text.length : Object.hasOwn(Object(parsed.value), 'footer');
}
