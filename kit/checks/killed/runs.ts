import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunResult } from '../../../reports/document/report.js';
import { callIn } from '../../cli/call.testing.js';
import { MAIN, ROOT } from '../root.js';
import { type Killing, type KillResult, killMany, type Program } from './kill-many.js';
import type { Look } from './look.js';

const RULE = ['--rule', 'uapi-ioctl-numbers'] as const;
const SCOPE_RULE = ['--rule', 'driver-scope-too-low'] as const;
const EXAMPLE = join(ROOT, 'examples/driver-typescript');

/** Runs that are short, of each way in which a subject gets into or beside the kit. */
const SHORT: readonly Program[] = [
  judging('a rule of the reference', 'partial', [...RULE, '--device', 'plain']),
  judging('a broken subject', 'non-conformant', [...RULE, '--broken', 'compares-number-only']),
  judging('a driver', 'partial', [...SCOPE_RULE, '--driver', join(EXAMPLE, 'driver.ts'), '--model', join(EXAMPLE, 'fwctl-model.yaml')]),
  judging('an adapter', 'partial', [...RULE, '--', process.execPath, join(ROOT, 'dist/kit/adapter/serve-reference.js')]),
];
const WHOLE = judging('the whole reference', 'conformant', []);
/** One run in so many is a whole one, which takes ten times as long. */
const OFTEN_SHORT = 4;
/** How often the commands that read a report are asked about one that nothing happened to. */
const ASK_EACH = 10;

function judging(name: string, result: RunResult, words: readonly string[]): Program {
  const [options, command] = words.includes('--') ? [words.slice(0, words.indexOf('--')), words.slice(words.indexOf('--'))] : [words, []];
  return { name, result, words: (folder) => [process.execPath, MAIN, 'run', '--quiet', ...options, '--out', folder, ...command] };
}

/** Kills runs of the kit over a report that says conformant. */
export async function killRuns(kills: number, seed: number, onKill?: Killing['onKill']): Promise<KillResult> {
  const place = mkdtempSync(join(tmpdir(), 'fwctl-killed-runs-'));
  const base = join(place, 'conformant');
  try {
    const [program = '', ...words] = WHOLE.words(base);
    const { status } = spawnSync(program, words, { stdio: 'ignore' });
    if (status !== 0) throw new Error(`the run that makes the report to begin with ended with ${status}`);
    const programs = [...Array.from({ length: OFTEN_SHORT }, () => SHORT).flat(), WHOLE];
    const ask: Killing['ask'] = (folder, found, number) => askCommands(base, folder, found, number);
    return await killMany({ programs, base, kills, seed, ask, ...(onKill && { onKill }) });
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** What `render`, `verify` and `diff` make of it has to be what stands in its files. */
async function askCommands(base: string, folder: string, found: Look, number: number): Promise<readonly string[]> {
  if (found.holds === 'neither' || (found.holds !== 'between' && number % ASK_EACH !== 0)) return [];
  const text = found.files.get('report.txt')?.toString();
  const isConformant = text?.includes('conformant: conforms') ?? false;
  const told = await callIn(folder, ['render', folder, '--format', 'text']);
  const verified = await callIn(folder, ['verify', folder, '--quiet']);
  const compared = await callIn(folder, ['diff', base, folder]);
  return [
    ...(told.status === 0 && told.stdout === text ? [] : ['render tells another report than the files']),
    ...(verified.status === 0 ? [] : [`verify ends with ${verified.status}: ${verified.stdout}${verified.stderr}`]),
    ...((compared.status === 0) === isConformant ? [] : [`diff ends with ${compared.status}: ${compared.stderr}`]),
  ];
}
