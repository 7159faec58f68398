import { accessSync, constants, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { partialFile, REPORT_FILES } from '../../reports/publish.js';
import { KitError, messageOf } from '../errors.js';
import { partialName } from '../run/message-file.js';

export const MESSAGES = 'messages.ndjson';

function reportFiles(folder: string): readonly string[] {
  const messages = join(folder, MESSAGES);
  return [messages, partialName(messages), ...REPORT_FILES.flatMap((file) => [join(folder, file), partialFile(folder, file)])];
}

/**
 * The folder is there, can be written, and holds no report of an earlier run,
 * so that a run which comes to grief cannot be taken for the one before it.
 */
export function prepareReportFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
    for (const file of reportFiles(folder)) rmSync(file, { force: true });
  } catch (cause) {
    throw new KitError(
      'machine/cannot-write',
      {
        summary: `the reports cannot be written to ${folder}`,
        expected: 'a folder that this user can write, or a place where one can be made',
        received: messageOf(cause),
        attempt: '--out with another folder',
      },
      cause,
    );
  }
}
