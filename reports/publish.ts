import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { cannotWrite } from '../kit/errors.js';
import type { Report } from './document/report.js';
import { writeJson } from './formats/json.js';
import { renderJunit } from './formats/junit.js';
import { renderText } from './formats/text.js';

/** The files of a report; report.json, the document of record, takes its name last. */
export const REPORT_FILES = ['junit.xml', 'report.txt', 'report.json'] as const;
type ReportFile = (typeof REPORT_FILES)[number];

const RENDERERS: { readonly [File in ReportFile]: (report: Report) => Iterable<string> } = {
  'junit.xml': (report) => [renderJunit(report)],
  'report.txt': (report) => [renderText(report)],
  'report.json': writeJson,
};

export function partialFile(folder: string, file: ReportFile): string {
  return join(folder, `.${file}.partial`);
}

/**
 * Writes all files of the report under other names first, and gives them their own only when each is whole on the
 * disk: an earlier report is replaced, or left alone.
 * @throws KitError machine/cannot-write
 */
export async function publish(report: Report, folder: string): Promise<void> {
  const written: string[] = [];
  try {
    for (const file of REPORT_FILES) written.push(writeWhole(partialFile(folder, file), RENDERERS[file](report)));
    for (const file of REPORT_FILES) renameSync(partialFile(folder, file), join(folder, file));
  } catch (cause) {
    for (const path of written) rmSync(path, { force: true });
    throw cannotWrite(folder, cause);
  }
}

/** Writes a file, and gives its path back when it is whole; leaves nothing of it when it is not. */
export function writeWhole(path: string, pieces: Iterable<string>): string {
  const file = openSync(path, 'w');
  try {
    for (const piece of pieces) writeAll(file, Buffer.from(piece));
    return path;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}
