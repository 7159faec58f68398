import { readFileSync } from 'node:fs';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import type { Program } from './program.js';

/** A program that has shown a difference once, and in whom: the reference, or a broken subject by its name. */
export type KnownProgram = { readonly shown: string; readonly program: Program };

/** Below the package's root; written by `npm run programs:broken -- --write`, and by hand. */
export const CORPUS_FILE = 'kit/programs/corpus.jsonl';

export function loadCorpus(): readonly KnownProgram[] {
  const lines = readFileSync(new URL(CORPUS_FILE, PACKAGE_ROOT), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

/** One program on a line. */
export function corpusText(corpus: readonly KnownProgram[]): string {
  return corpus.map((known) => `${JSON.stringify(known)}\n`).join('');
}
