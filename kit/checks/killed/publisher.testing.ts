import { closeSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { readAll, writeToyReport } from './toy-report.testing.js';

/**
 * Writes a report to a folder: as the kit does, in the places of the files piece by piece, or file by file.
 * What the last two write, they copy from a folder.
 */
const [, , how = '', folder = '', from = ''] = process.argv;

/** Long enough for being killed in it. */
function wait(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

if (how === 'as the kit does') await writeToyReport(folder, 2, false);
else wait(100);

if (how === 'in place') {
  for (const [name, text] of readAll(from)) {
    const file = openSync(join(folder, name), 'w');
    const half = Math.floor(text.length / 2);
    for (const piece of [text.slice(0, half), text.slice(half)]) {
      wait(80);
      writeSync(file, piece);
    }
    closeSync(file);
  }
}

if (how === 'file by file') {
  for (const [name, text] of readAll(from)) writeFileSync(join(folder, `.${name}`), text);
  for (const name of readAll(from).keys()) {
    wait(150);
    renameSync(join(folder, `.${name}`), join(folder, name));
  }
}
