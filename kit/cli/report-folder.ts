import { accessSync, constants } from 'node:fs';
import { beginReport } from '../../reports/report-folder.js';
import { cannotWrite } from '../errors.js';
import { makeFolder } from '../make-folder.js';

/** The folder is there and can be written. A report of an earlier run stays until the new one is whole. */
export function prepareReportFolder(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
    beginReport(folder);
  } catch (cause) {
    throw cannotWrite(folder, cause);
  }
}
