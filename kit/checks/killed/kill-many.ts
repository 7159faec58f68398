import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { RunResult } from '../../../reports/document/report.js';
import { duration, kill, type Moment } from './kill.js';
import { type Look, look, snapshot, whatElse } from './look.js';

/** A program that writes a report with that result to a folder. */
export type Program = { readonly name: string; readonly words: (folder: string) => readonly string[]; readonly result: RunResult };

export type Killing = {
  /** Chosen from with equal chances; one that stands there more often is chosen more often. */
  readonly programs: readonly Program[];
  /** A folder with a whole report that says conformant. */
  readonly base: string;
  readonly kills: number;
  readonly seed: number;
  /** Called after each kill with what was found up to it. */
  readonly onKill?: (result: KillResult, kills: number) => void;
  /** What else is wrong with what a folder holds, in words. */
  readonly ask?: (folder: string, found: Look, number: number) => Promise<readonly string[]>;
};

export type KillCounts = { [Outcome in 'ended before' | 'previous' | 'new' | 'between']: number };
export type KillResult = { readonly counts: KillCounts; readonly problems: readonly string[] };

/** Parts of the length of a run that moments near its end are drawn from. */
const NEAR_THE_END = { min: 0.8, max: 1.05 } as const;
/** How much of its length a run takes at the most to write its report. */
const WRITING = 0.1;

type Draw = {
  readonly program: number;
  readonly onBase: boolean;
  readonly where: 'anywhere' | 'near the end' | 'writing';
  readonly at: number;
};

function draws(kills: number, programs: number, seed: number): readonly Draw[] {
  const draw = fc.record({
    program: fc.nat({ max: programs - 1 }),
    onBase: fc.boolean(),
    where: fc.constantFrom('anywhere', 'near the end', 'writing'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  return fc.sample(fc.noBias(draw), { numRuns: kills, seed });
}

function momentOf({ where, at }: Draw, length: number): Moment {
  if (where === 'writing') return { from: 'writing', milliseconds: at * WRITING * length };
  const { min, max } = where === 'anywhere' ? { min: 0, max: 1 } : NEAR_THE_END;
  return { from: 'start', milliseconds: (min + at * (max - min)) * length };
}

/**
 * Kills the programs one after the other at moments that the seed decides, over what the last one left or over the base,
 * and looks each time at what there is. At the end each program comes to its end, and must leave nothing but its report.
 */
export async function killMany({ programs, base, kills, seed, onKill, ask = async () => [] }: Killing): Promise<KillResult> {
  if (!(kills >= 1)) throw new Error(`${kills} kills would show nothing`);
  const place = mkdtempSync(join(tmpdir(), 'fwctl-killed-'));
  const folder = join(place, 'report');
  const counts: KillCounts = { 'ended before': 0, previous: 0, new: 0, between: 0 };
  const problems: string[] = [];
  const reset = (): void => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(base, folder, { recursive: true });
  };
  try {
    const lengths = new Map<Program, number>();
    for (const program of new Set(programs)) {
      reset();
      lengths.set(program, await duration(program.words(folder)));
    }
    reset();
    let previous = snapshot(folder);
    for (const [number, draw] of draws(kills, programs.length, seed).entries()) {
      const program = programs[draw.program];
      if (program === undefined) throw new Error(`there is no program ${draw.program}`);
      if (draw.onBase) {
        reset();
        previous = snapshot(folder);
      }
      const moment = momentOf(draw, lengths.get(program) ?? 0);
      const { wasKilled, left } = await kill(program.words(folder), folder, moment);
      const found = look(folder, previous, program.result);
      const wrong = [
        ...(found.holds === 'neither' ? [found.why] : await ask(folder, found, number)),
        ...left.map((name) => `${name} is still there`),
      ];
      const what = `kill ${number + 1}, ${program.name}, ${moment.milliseconds.toFixed(1)} ms from ${moment.from}`;
      problems.push(...wrong.map((why) => `${what}: ${why}`));
      if (found.holds === 'neither') reset();
      else counts[wasKilled ? found.holds : 'ended before'] += 1;
      previous = found.holds === 'neither' ? snapshot(folder) : found.files;
      onKill?.({ counts, problems }, number + 1);
    }
    for (const { name, words, result } of new Set(programs)) {
      await duration(words(folder));
      const found = look(folder, previous, result);
      const strange = whatElse(folder);
      if (found.holds !== 'new')
        problems.push(`${name}, which was not killed, leaves ${found.holds === 'neither' ? found.why : found.holds}`);
      if (strange.length > 0) problems.push(`${name} leaves ${strange.join(', ')}`);
      previous = snapshot(folder);
    }
    if (counts['ended before'] > kills / 2) problems.push(`${counts['ended before']} of ${kills} runs had ended before they were killed`);
    return { counts, problems };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
