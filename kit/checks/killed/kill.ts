import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { unfinishedReport } from '../../../reports/report-folder.js';

/** Milliseconds from the start, or from when the first file of the new report is there. */
export type Moment = { readonly from: 'start' | 'writing'; readonly milliseconds: number };

/** What became of a program: whether it was still there to be killed, and which processes of its own it left. */
export type Killed = { readonly wasKilled: boolean; readonly left: readonly string[] };

/** Milliseconds that a process may outlive the one that started it. */
const PATIENCE = 10_000;

/** Starts the program, and kills it with SIGKILL at that moment. `folder` is where it writes its report. */
export async function kill(words: readonly string[], folder: string, { from, milliseconds }: Moment): Promise<Killed> {
  const [program = '', ...rest] = words;
  const child = spawn(program, rest, { stdio: 'ignore' });
  const gone = once(child, 'exit');
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  if (from === 'writing') {
    while (isRunning() && !existsSync(join(unfinishedReport(folder), 'junit.xml'))) await sleep(1);
  }
  await Promise.race([sleep(milliseconds), gone]);
  const descendants = isRunning() && child.pid !== undefined ? stopWithDescendants(child.pid) : [];
  child.kill('SIGKILL');
  await gone;
  return { wasKilled: child.signalCode === 'SIGKILL', left: await stillThere(descendants) };
}

/** How long the program takes when nobody kills it, in milliseconds. */
export async function duration(words: readonly string[]): Promise<number> {
  const [program = '', ...rest] = words;
  const began = performance.now();
  await once(spawn(program, rest, { stdio: 'ignore' }), 'exit');
  return performance.now() - began;
}

type Process = { readonly pid: number; readonly parent: number; readonly name: string; readonly since: string };

/** Keeps it from starting another one while they are counted. */
function stopWithDescendants(pid: number): readonly Process[] {
  process.kill(pid, 'SIGSTOP');
  const all = processes();
  const found: Process[] = [];
  for (let parents = [pid]; parents.length > 0; ) {
    const children = all.filter(({ parent }) => parents.includes(parent));
    found.push(...children);
    parents = children.map((child) => child.pid);
  }
  return found;
}

async function stillThere(started: readonly Process[]): Promise<readonly string[]> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    const now = started.length === 0 ? [] : processes();
    const left = started.filter((one) => now.some(({ pid, since }) => pid === one.pid && since === one.since));
    if (left.length === 0 || performance.now() > deadline) return left.map(({ pid, name }) => `${name} (${pid})`);
    await sleep(20);
  }
}

/** proc(5): the name stands in parentheses, then come the state, the parent and, as the 22nd field, the time of its start. */
function processes(): readonly Process[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => {
      const [, name = '', rest = ''] = /\((.*)\) (.*)/s.exec(statOf(entry)) ?? [];
      const [state, parent, ...others] = rest.split(' ');
      return state === undefined || state === 'Z' || name === ''
        ? []
        : [{ pid: Number(entry), parent: Number(parent), name, since: others[17] ?? '' }];
    });
}

function statOf(entry: string): string {
  try {
    return readFileSync(`/proc/${entry}/stat`, 'utf8');
  } catch {
    // It ended in the meantime.
    return '';
  }
}
