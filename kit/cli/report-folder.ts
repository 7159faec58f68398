import { accessSync, constants, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { partialFile, REPORT_FILES } from '../../reports/publish.js';
import { cannotWrite } from '../errors.js';
import { partialName } from '../run/message-file.js';

export const MESSAGES = 'messages.ndjson';

/** The folder is there and can be written. A report of an earlier run stays until the new one is whole. */
export function prepareReportFolder(folder: string): void {
  const unfinished = [partialName(join(folder, MESSAGES)), ...REPORT_FILES.map((file) => partialFile(folder, file))];
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
    for (const file of unfinished) rmSync(file, { force: true });
  } catch (cause) {
    throw cannotWrite(folder, cause);
  }
}
