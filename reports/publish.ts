import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { cannotWrite } from '../kit/errors.js';
import type { Report } from './document/report.js';
import { type Piece, writeJson } from './formats/json.js';
import { writeJunit } from './formats/junit.js';
import { renderText } from './formats/text.js';
import { type BegunReport, finishReport, isStillThere, requireStillThere, unfinishedReport } from './report-folder.js';

/** The files that tell a report, beside the messages of its run. */
export const REPORT_FILES = ['junit.xml', 'report.txt', 'report.json'] as const;
type ReportFile = (typeof REPORT_FILES)[number];

const RENDERERS: { readonly [File in ReportFile]: (report: Report) => Iterable<Piece> } = {
  'junit.xml': writeJunit,
  'report.txt': (report) => [renderText(report)],
  'report.json': writeJson,
};

/**
 * Writes all files of the report, and lets them take the place of an earlier report when each is whole on the disk,
 * together with the messages that were written to `unfinishedReport(folder)`. What another run writes there is left alone.
 * @throws KitError machine/cannot-write
 */
export async function publish(report: Report, begun: BegunReport): Promise<void> {
  const { folder } = begun;
  const unfinished = unfinishedReport(folder);
  try {
    requireStillThere(begun);
    for (const file of REPORT_FILES) writeWhole(join(unfinished, file), RENDERERS[file](report));
    finishReport(begun);
  } catch (cause) {
    if (isStillThere(begun)) rmSync(unfinished, { recursive: true, force: true });
    throw cannotWrite(folder, cause);
  }
}

/** Bytes that are written at once. */
const CHUNK = 1 << 18;

/** Writes a file, and gives its path back when it is whole; leaves nothing of it when it is not. */
export function writeWhole(path: string, pieces: Iterable<Piece>): string {
  const file = openSync(path, 'w');
  try {
    const chunk = Buffer.allocUnsafe(CHUNK);
    let filled = 0;
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      if (filled + bytes.length > CHUNK) {
        writeAll(file, chunk.subarray(0, filled));
        filled = 0;
      }
      if (bytes.length > CHUNK) writeAll(file, bytes);
      else filled += bytes.copy(chunk, filled);
    }
    writeAll(file, chunk.subarray(0, filled));
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
