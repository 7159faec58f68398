import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** One line of `npm run bench`: `ratio` is ours through floor, both in `unit` and measured in turn in one run. */
export type Figure = {
  readonly name: string;
  readonly ours: number;
  readonly floor: number;
  readonly ratio: number;
  readonly unit: string;
};

export function figure(name: string, unit: string, ours: number, floor: number): Figure {
  const rounded = (value: number): number => Number(value.toPrecision(4));
  return { name, ours: rounded(ours), floor: rounded(floor), ratio: rounded(ours / floor), unit };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Milliseconds of a whole process; throws when it does not end as it must. */
export function processTime(words: readonly string[], cwd: string): number {
  const began = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, words, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${words.join(' ')} ended with ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - began) / 1e6;
}

/** Milliseconds until all of these processes are through that run at once; throws when one does not end as it must. */
export async function timeTogether(commands: readonly (readonly string[])[], cwd: string): Promise<number> {
  const began = process.hrtime.bigint();
  await Promise.all(
    commands.map(async (words) => {
      const child = spawn(process.execPath, words, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
      const [status]: readonly unknown[] = await once(child, 'close');
      if (status !== 0) throw new Error(`node ${words.join(' ')} ended with ${status}`);
    }),
  );
  return Number(process.hrtime.bigint() - began) / 1e6;
}

/** Peak memory of a whole process in MiB, as it tells itself when it ends. */
export function peakMemory(words: readonly string[], cwd: string): number {
  const teller = `process.on('exit', () => require('node:fs').writeSync(1, '\\npeak ' + process.resourceUsage().maxRSS + '\\n'))`;
  const { stdout, status } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,import { createRequire } from 'node:module'; const require = createRequire('/'); ${teller}`,
      ...words,
    ],
    { cwd, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`node ${words.join(' ')} ended with ${status}`);
  return Number(/peak (\d+)/.exec(stdout)?.[1] ?? Number.NaN) / 1024;
}

/** Both in turn, several times, after one turn that does not count; the medians of each. */
export function inTurn(turns: number, ours: () => number, floor: () => number): readonly [ours: number, floor: number] {
  ours();
  floor();
  const pairs = Array.from({ length: turns }, () => [ours(), floor()] as const);
  return [median(pairs.map(([value]) => value)), median(pairs.map(([, value]) => value))];
}

/** The same for something that takes promises; nanoseconds a call. */
export async function callsInTurn(
  turns: number,
  calls: number,
  ours: () => Promise<unknown>,
  floor: () => unknown,
): Promise<readonly [number, number]> {
  const timed: [number, number][] = [];
  for (let turn = -1; turn < turns; turn += 1) {
    let began = process.hrtime.bigint();
    for (let call = 0; call < calls; call += 1) await ours();
    const mine = Number(process.hrtime.bigint() - began) / calls;
    began = process.hrtime.bigint();
    for (let call = 0; call < calls; call += 1) {
      const due = floor();
      // A floor that is done at once must not pay for a promise.
      if (due instanceof Promise) await due;
    }
    const theirs = Number(process.hrtime.bigint() - began) / calls;
    if (turn >= 0) timed.push([mine, theirs]);
  }
  return [median(timed.map(([mine]) => mine)), median(timed.map(([, theirs]) => theirs))];
}
