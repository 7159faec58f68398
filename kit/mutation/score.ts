import { dirname } from 'node:path';
import type { MutantResult, MutantStatus } from '@stryker-mutator/api/core';

/** How many mutants of a folder ended how. `unjudged` ones count neither way. */
export type Score = {
  readonly folder: string;
  readonly killed: number;
  readonly timedOut: number;
  readonly survived: number;
  /** Of these no test runs the line. */
  readonly uncovered: number;
  readonly unjudged: number;
};

type Judged = Pick<MutantResult, 'fileName' | 'status'>;

const SURVIVING: readonly MutantStatus[] = ['Survived', 'NoCoverage'];

export function isSurvivor({ status }: Pick<MutantResult, 'status'>): boolean {
  return SURVIVING.includes(status);
}

/** One score for each folder, in alphabetical order. `fileName` is a path from the project's root. */
export function scoresByFolder(mutants: readonly Judged[]): readonly Score[] {
  const folders = [...new Set(mutants.map(({ fileName }) => dirname(fileName)))].sort();
  return folders.map((folder) =>
    scoreOf(
      folder,
      mutants.filter(({ fileName }) => dirname(fileName) === folder),
    ),
  );
}

export function scoreOf(folder: string, mutants: readonly Judged[]): Score {
  const count = (wanted: MutantStatus): number => mutants.filter(({ status }) => status === wanted).length;
  const [killed, timedOut, survived, uncovered] = [count('Killed'), count('Timeout'), count('Survived'), count('NoCoverage')];
  return { folder, killed, timedOut, survived, uncovered, unjudged: mutants.length - killed - timedOut - survived - uncovered };
}

/** The mutation score in percent; 0 when nothing was judged. */
export function percent({ killed, timedOut, survived, uncovered }: Score): number {
  const judged = killed + timedOut + survived + uncovered;
  return judged === 0 ? 0 : ((killed + timedOut) / judged) * 100;
}

/** Lines of a table, its head first. */
export function tellScores(scores: readonly Score[]): readonly string[] {
  const head = ['folder', 'score', 'mutants', 'killed', 'timed out', 'survived', 'uncovered', 'unjudged'];
  const rows = scores.map((score) => {
    const { folder, killed, timedOut, survived, uncovered, unjudged } = score;
    const all = killed + timedOut + survived + uncovered + unjudged;
    return [folder, percent(score).toFixed(1), ...[all, killed, timedOut, survived, uncovered, unjudged].map(String)];
  });
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  return [head, ...rows].map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
