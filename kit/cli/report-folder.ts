import { accessSync, constants, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { KitError, messageOf } from '../errors.js';
import { partialName } from '../run/message-file.js';

export const MESSAGES = 'messages.ndjson';

/** The folder is there and can be written. A report of an earlier run stays until the new one is whole. */
export function prepareReportFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
    rmSync(join(folder, partialName(MESSAGES)), { force: true });
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
