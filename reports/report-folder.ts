import { closeSync, existsSync, fstatSync, lstatSync, mkdirSync, openSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** cucumber's message stream of a run; what there is of one that broke off has the longer name. */
export const MESSAGES = 'messages.ndjson';
const TORN_MESSAGES = `${MESSAGES}.partial`;

/** The files of a report in the order in which they get to their places; report.json, the document of record, is the last. */
const FILES = ['junit.xml', 'report.txt', MESSAGES, TORN_MESSAGES, 'report.json'] as const;
const [FIRST] = FILES;

/** A report while it is written. */
const UNFINISHED = '.report.partial';
/** One that is whole, until its files are in their places. */
const WHOLE = '.report';

/** Where the files of a report are written before it is whole. */
export function unfinishedReport(folder: string): string {
  return join(folder, UNFINISHED);
}

/** A report that is being written. Its folder is open, so that no other one gets the inode that it is known by. */
export type BegunReport = { readonly folder: string; readonly descriptor: number };

/**
 * Makes room for a new report. An earlier one stays, and one that was whole when its process was killed is put in its
 * place; what was left unfinished goes. Throws what the file system throws, or when something is in the way of a file.
 */
export function beginReport(folder: string): BegunReport {
  settleReport(folder);
  for (const file of FILES) {
    if (lstatSync(join(folder, file), { throwIfNoEntry: false })?.isDirectory())
      throw new Error(`${join(folder, file)} is a folder, and a file of the report would get that name`);
  }
  rmSync(unfinishedReport(folder), { recursive: true, force: true });
  mkdirSync(unfinishedReport(folder));
  return { folder, descriptor: openSync(unfinishedReport(folder), 'r') };
}

/** Whether the folder is still there; a run that begins later in the same place takes it away. */
export function isStillThere({ folder, descriptor }: BegunReport): boolean {
  return statSync(unfinishedReport(folder), { throwIfNoEntry: false })?.ino === fstatSync(descriptor).ino;
}

/** @throws Error when another run has taken the place */
export function requireStillThere(begun: BegunReport): void {
  if (!isStillThere(begun)) throw new Error('another run writes there');
}

/**
 * The report that was written is whole and takes the place of the earlier one, in one step: from the first rename on it
 * is the report, whatever happens to this process.
 */
export function finishReport(begun: BegunReport): void {
  const { folder, descriptor } = begun;
  settleReport(folder);
  requireStillThere(begun);
  renameSync(unfinishedReport(folder), join(folder, WHOLE));
  closeSync(descriptor);
  settleReport(folder);
}

/**
 * Where report.json is, as far as a process came that was killed while it put a report in its place.
 * The folder need not exist.
 */
export function reportFileIn(folder: string): string {
  const whole = join(folder, WHOLE, 'report.json');
  return existsSync(whole) ? whole : join(folder, 'report.json');
}

/**
 * Puts the files of a whole report in their places. The earlier ones are gone before the first of them comes, so that a
 * folder never shows files of two runs, however often this is cut short.
 */
function settleReport(folder: string): void {
  const whole = join(folder, WHOLE);
  if (!existsSync(whole)) return;
  if (existsSync(join(whole, FIRST))) for (const file of FILES) rmSync(join(folder, file), { force: true });
  for (const file of FILES) if (existsSync(join(whole, file))) renameSync(join(whole, file), join(folder, file));
  rmdirSync(whole);
}
