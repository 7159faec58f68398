import { accessSync, constants } from 'node:fs';
import { labelledCommand } from '../../reports/formats/wrap.js';
import { type BegunReport, beginReport } from '../../reports/report-folder.js';
import { cannotWrite } from '../errors.js';
import { makeFolder } from '../make-folder.js';
import { KIT_NAME } from '../version.js';
import { quoted } from './reproduce.js';

/** The folder is there and can be written. A report of an earlier run stays until the new one is whole. */
export function prepareReportFolder(folder: string): BegunReport {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
    return beginReport(folder);
  } catch (cause) {
    throw cannotWrite(folder, cause);
  }
}

/** Where a report was written, as it was given, and the command that makes a page of it. */
export function tellReportFolder(folder: string): string {
  const page = `npx ${KIT_NAME} render ${quoted(folder)} --format html --out report.html`;
  return [...labelledCommand('report', folder), ...labelledCommand('page', page), ''].join('\n');
}
