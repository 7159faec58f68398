import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunResult } from '../../../reports/document/report.js';
import { asReport } from '../../../reports/document/written-report.js';
import { renderJunit } from '../../../reports/formats/junit.js';
import { renderText } from '../../../reports/formats/text.js';
import { REPORT_FILES } from '../../../reports/publish.js';
import { MESSAGES } from '../../../reports/report-folder.js';
import { messageOf } from '../../errors.js';
import { findChange } from '../../report-file/integrity.js';
import { openReport, parseReport } from '../../report-file/load.js';

/** The files of a report that was whole, by name. */
export type Snapshot = ReadonlyMap<string, Buffer>;

/** Which report a folder holds after a run was killed that writes there; `between` while its files are put in place. */
export type Look =
  | { readonly holds: 'previous' | 'new' | 'between'; readonly files: Snapshot }
  | { readonly holds: 'neither'; readonly why: string };

const EVERY_FILE: readonly string[] = [...REPORT_FILES, MESSAGES];

export function snapshot(folder: string): Snapshot {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return new Map(files.map((name) => [name, readFileSync(join(folder, name))]));
}

/** Looks at the bytes, and at what the kit's own reader makes of them. `result` is what the new run has to say. */
export function look(folder: string, previous: Snapshot, result: RunResult): Look {
  const shown = snapshot(folder);
  const waiting = snapshot(join(folder, '.report'));
  const isBetween = waiting.size > 0;
  if (!isBetween && isSame(shown, previous)) return heldToReader(folder, { holds: 'previous', files: previous });
  const files: Snapshot = isBetween && waiting.size === EVERY_FILE.length ? waiting : new Map([...shown, ...waiting]);
  const why = whyNotWhole(files, result) ?? whyMixed(shown, files, previous);
  if (why !== null) return { holds: 'neither', why };
  return heldToReader(folder, { holds: isBetween ? 'between' : 'new', files });
}

/** Whether the folder has the files of a report and no trace of how they got there. */
export function whatElse(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => !EVERY_FILE.includes(name));
}

function isSame(one: Snapshot, other: Snapshot): boolean {
  return one.size === other.size && [...one].every(([name, bytes]) => other.get(name)?.equals(bytes));
}

/** What a reader who knows nothing of the kit sees has to be of one report. */
function whyMixed(shown: Snapshot, files: Snapshot, previous: Snapshot): string | null {
  const isOf = (report: Snapshot): boolean => [...shown].every(([name, bytes]) => report.get(name)?.equals(bytes));
  return isOf(files) || isOf(previous) ? null : 'the folder shows files of two runs';
}

function whyNotWhole(files: Snapshot, result: RunResult): string | null {
  const missing = EVERY_FILE.filter((name) => !files.has(name));
  if (missing.length > 0 || files.size > EVERY_FILE.length) return `there are ${[...files.keys()].join(', ') || 'no files'}`;
  const text = textOf(files, 'report.json');
  try {
    const read = parseReport(text, 'report.json');
    if (read.kind === 'cut-short') return `report.json is torn at ${read.where}`;
    const { report } = read;
    const change = findChange(text, 'report.json', report);
    if (change !== null) return `${change.where}: ${change.what}`;
    if (textOf(files, 'junit.xml') !== renderJunit(asReport(report))) return 'junit.xml is not of this report.json';
    if (textOf(files, 'report.txt') !== renderText(asReport(report))) return 'report.txt is not of this report.json';
    const why = whyNotItsMessages(textOf(files, MESSAGES), report.time);
    return why === null && report.result !== result ? `report.json says ${report.result}, and the run comes to ${result}` : why;
  } catch (error) {
    return messageOf(error);
  }
}

function whyNotItsMessages(text: string, { started, milliseconds }: { readonly started: string; readonly milliseconds: number }) {
  if (!text.endsWith('}\n')) return `${MESSAGES} is torn`;
  const lines = text.trimEnd().split('\n');
  const run: unknown = lines.map((line) => Object(JSON.parse(line)).testRunStarted).find((value) => value !== undefined);
  const { seconds, nanos } = Object(Object(run).timestamp);
  const after = Number(seconds) * 1000 + Number(nanos) / 1e6 - Date.parse(started);
  if (!(after >= -1 && after <= milliseconds + 1)) return `${MESSAGES} is not of this report.json`;
  return Object(JSON.parse(lines.at(-1) ?? '')).testRunFinished === undefined ? `${MESSAGES} is torn` : null;
}

/** The reader that all commands have finds that report and no other, by the folder and by the file. */
function heldToReader(folder: string, found: Extract<Look, { readonly files: Snapshot }>): Look {
  const due = createHash('sha256')
    .update(found.files.get('report.json') ?? '')
    .digest('hex');
  try {
    for (const path of [folder, join(folder, 'report.json')]) {
      const { read, digest } = openReport(path);
      if (read.kind !== 'whole' || digest() !== due) return { holds: 'neither', why: `the kit reads another report in ${path}` };
    }
    return found;
  } catch (error) {
    return { holds: 'neither', why: messageOf(error) };
  }
}

function textOf(files: Snapshot, name: string): string {
  return files.get(name)?.toString() ?? '';
}
