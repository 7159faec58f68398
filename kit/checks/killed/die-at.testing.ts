import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded before a program: lets it die by SIGKILL before the n-th call that changes something below a folder, and in the
 * middle of it when that call writes. `DIE_IN` is the folder, `DIE_AT` counts from 1.
 */
const folder = process.env['DIE_IN'] ?? '';
const number = Number(process.env['DIE_AT']);
const ours = new Set<unknown>();
let calls = 0;

function isDue(): boolean {
  calls += 1;
  return calls === number;
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('still alive');
}

const { openSync, writeSync } = fs;
for (const name of ['mkdirSync', 'renameSync', 'rmSync', 'rmdirSync'] as const) {
  const original: (...words: readonly unknown[]) => unknown = fs[name] as never;
  Object.assign(fs, {
    [name]: (...words: readonly unknown[]) => {
      if (String(words[0]).startsWith(folder) && isDue()) die();
      return original(...words);
    },
  });
}
Object.assign(fs, {
  openSync: (...words: Parameters<typeof openSync>) => {
    const isOurs = String(words[0]).startsWith(folder);
    if (isOurs && isDue()) die();
    const file = openSync(...words);
    if (isOurs) ours.add(file);
    return file;
  },
  writeSync: (file: number, bytes: Buffer, offset = 0, length = bytes.length - offset, position?: number) => {
    if (!ours.has(file) || !isDue()) return writeSync(file, bytes, offset, length, position);
    writeSync(file, bytes, offset, length >> 1, position);
    return die();
  },
});
syncBuiltinESMExports();
