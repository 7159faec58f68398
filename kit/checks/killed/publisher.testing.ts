import { closeSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { readAll, writeToyReport } from './toy-report.testing.js';

/**
 * Writes a report to a folder: as the kit does, in the places of the files piece by piece, or file by file; or the half of
 * one in its place and no more. What it does not write as the kit does, it copies from a folder.
 */
const [, , how = '', folder = '', from = ''] = process.argv;

if (how === 'as the kit does') await writeToyReport(folder, 2, false);

if (how === 'in place' || how === 'by half') {
  for (const [name, text] of readAll(from)) {
    const bytes = Buffer.from(text);
    const file = openSync(join(folder, name), 'w');
    writeSync(file, bytes, 0, bytes.length >> 1);
    if (how === 'by half') break;
    writeSync(file, bytes, bytes.length >> 1);
    closeSync(file);
  }
}

if (how === 'file by file') {
  for (const [name, text] of readAll(from)) writeFileSync(join(folder, `.${name}`), text);
  for (const name of readAll(from).keys()) renameSync(join(folder, `.${name}`), join(folder, name));
}
