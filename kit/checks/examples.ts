import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../reports/document/report.js';
import type { RunProgram } from './packed.js';
import { ROOT } from './root.js';

/** What vendors are shown: how it is built and judged, and the bug that its README switches on, which fails one rule. */
type Example = {
  readonly folder: string;
  readonly build: readonly string[] | null;
  /** The words behind `run`. */
  readonly judged: readonly string[];
  /** Whether its conversation is checked, too. */
  readonly speaks: boolean;
  readonly bug: { readonly file: string; readonly from: string; readonly to: string; readonly rule: string };
};

const TOO_MUCH = { from: "'debug write']", to: "'configuration']", rule: 'driver-scope-too-low' } as const;
const MODEL = ['--model', 'fwctl-model.yaml'] as const;

export const EXAMPLES: readonly Example[] = [
  {
    folder: 'driver-typescript',
    build: null,
    judged: ['--driver', 'driver.ts', ...MODEL],
    speaks: false,
    bug: { file: 'driver.ts', ...TOO_MUCH },
  },
  {
    folder: 'driver-javascript',
    build: null,
    judged: ['--driver', 'driver.js', ...MODEL],
    speaks: false,
    bug: { file: 'driver.js', ...TOO_MUCH },
  },
  {
    folder: 'driver-c',
    build: ['cc', '-O2', 'driver.c', 'board.c', '-o', 'driver'],
    judged: [...MODEL, '--', './driver'],
    speaks: true,
    bug: {
      file: 'board.c',
      from: 'scope >= FWCTL_RPC_DEBUG_WRITE ?',
      to: 'scope >= FWCTL_RPC_DEBUG_READ_ONLY ?',
      rule: 'driver-scope-too-low',
    },
  },
  {
    folder: 'adapter-c',
    build: ['cc', '-O2', '-pthread', 'adapter.c', '-o', 'adapter'],
    judged: ['--', './adapter'],
    speaks: true,
    bug: { file: 'adapter.c', from: 'out_length > MAX_RPC_LENGTH', to: 'out_length >= MAX_RPC_LENGTH', rule: 'rpc-length-limit' },
  },
  {
    folder: 'adapter-python',
    build: null,
    judged: ['--', 'python3', 'adapter.py'],
    speaks: true,
    bug: {
      file: 'adapter.py',
      from: 'user_namespace == "initial"',
      to: 'user_namespace != ""',
      rule: 'scope-initial-user-namespace',
    },
  },
];

/** From a directory of its own: conformant as it is, and with its bug failing exactly the rule that its README names. */
export function tryExample({ folder, build, judged, speaks, bug }: Example, project: string, run: RunProgram): void {
  const place = join(project, folder);
  cpSync(join(ROOT, 'examples', folder), place, { recursive: true });
  const readme = readFileSync(join(place, 'README.md'), 'utf8');
  const kit = ['--no-install', 'fwctl-conformance'];
  const make = (): void => {
    if (build === null) return;
    const [program = '', ...words] = build;
    if (!readme.includes(build.join(' '))) throw new Error(`the README of ${folder} does not build it with ${build.join(' ')}`);
    run(0, place, program, ...words);
  };
  if (!readme.includes(`fwctl-conformance run ${judged.join(' ')}`))
    throw new Error(`the README of ${folder} does not run ${judged.join(' ')}`);
  if (!readme.includes(bug.to) || !readme.includes(bug.rule)) throw new Error(`the README of ${folder} does not tell its bug`);
  make();
  if (speaks) run(0, place, 'npx', ...kit, 'check-adapter', ...judged.slice(judged.indexOf('--')));
  run(0, place, 'npx', ...kit, 'run', '--quiet', ...judged);
  const text = readFileSync(join(place, bug.file), 'utf8');
  if (!text.includes(bug.from)) throw new Error(`${folder} has no place for its bug`);
  writeFileSync(join(place, bug.file), text.replace(bug.from, bug.to));
  make();
  run(1, place, 'npx', ...kit, 'run', '--quiet', ...judged);
  const { rules }: Report = JSON.parse(readFileSync(join(place, 'reports/latest/report.json'), 'utf8'));
  const failed = rules.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id);
  if (failed.join() !== bug.rule) throw new Error(`the bug of ${folder} fails ${failed.join(', ') || 'nothing'}, not ${bug.rule}`);
}
