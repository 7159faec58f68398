import fc from 'fast-check';
import type { Subject } from '../subject/port.js';
import { PROGRAM } from './generate.js';
import type { Program } from './program.js';
import { type ProgramResult, runProgram } from './run-program.js';
import { runWithEveryFailure } from './sweep.js';

/** A program in which the subject does otherwise than the rules say, as small as it could be made. */
export type Counterexample = {
  readonly result: ProgramResult;
  readonly program: Program;
  /** What finds it again: seed and path of fast-check; null for one that was known before. */
  readonly again: { readonly seed: number; readonly path: string } | null;
};

export type Trial = { readonly programs: number; readonly expectations: number; readonly counterexample: Counterexample | null };

export type RandomPrograms = {
  readonly runs: number;
  readonly seed: number;
  /** Where to go on from, as an earlier counterexample told. */
  readonly path?: string;
  /** Whether each program is also run with one thing failing, once for each thing that may. */
  readonly sweep?: boolean;
};

/** Runs programs that were drawn, until one of them shows a difference, which is then made smaller. */
export async function tryRandomPrograms(subject: Subject, { runs, seed, path, sweep = false }: RandomPrograms): Promise<Trial> {
  const run = sweep ? runWithEveryFailure : runProgram;
  let expectations = 0;
  const agrees = async (program: Program): Promise<boolean> => {
    const result = await run(subject, program);
    expectations += result.expectations;
    return result.difference === null;
  };
  const details = await fc.check(fc.asyncProperty(PROGRAM, agrees), { numRuns: runs, seed, ...(path !== undefined && { path }) });
  if (!details.failed) return { programs: details.numRuns, expectations, counterexample: null };
  if (details.counterexample === null) throw new Error(`no program was run: ${fc.defaultReportMessage(details)}`);
  const again = { seed: details.seed, path: details.counterexamplePath ?? '' };
  const result = await run(subject, details.counterexample[0]);
  return { programs: details.numRuns, expectations, counterexample: { result, program: played(result), again } };
}

/** Runs programs that are known, until one of them shows a difference. */
export async function tryPrograms(subject: Subject, programs: readonly Program[]): Promise<Trial> {
  let expectations = 0;
  for (const [index, program] of programs.entries()) {
    const result = await runProgram(subject, program);
    expectations += result.expectations;
    if (result.difference !== null)
      return { programs: index + 1, expectations, counterexample: { result, program: played(result), again: null } };
  }
  return { programs: programs.length, expectations, counterexample: null };
}

/** Without what made no sense where it stood. */
function played({ performed }: ProgramResult): Program {
  return performed.map(({ command }) => command);
}
