import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type CoverageData, INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';

/** Seconds that a file of unit tests has. */
const PATIENCE = 60;
const WATCH = new URL('watch-coverage.js', import.meta.url);

/** Compiled files of unit tests of what is mutated, by their paths from `root`. */
export function unitTestFiles(root: string): readonly string[] {
  return ['reference-impl', 'devices'].flatMap((folder) =>
    readdirSync(join(root, 'dist', folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.test.js'))
      .map((path) => `dist/${folder}/${path}`)
      .sort(),
  );
}

/** Runs the file in a process of its own. Gives whether all of its tests held. */
async function runUnitTests(root: string, file: string, environment: NodeJS.ProcessEnv): Promise<boolean> {
  const words = [process.execPath, ...(environment['COVERAGE_FILE'] === undefined ? [] : ['--import', WATCH.href]), file];
  // Stryker may kill this process, and nobody is left then to end a loop without end.
  const child = spawn('/bin/sh', ['-c', `ulimit -t ${PATIENCE} && exec "$0" "$@"`, ...words], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, ...environment },
    timeout: PATIENCE * 1000,
    killSignal: 'SIGKILL',
  });
  const [status] = await once(child, 'exit');
  return status === 0;
}

/** The same with a mutant. */
export function holdsWith(root: string, file: string, mutant: string): Promise<boolean> {
  return runUnitTests(root, file, { [INSTRUMENTER_CONSTANTS.ACTIVE_MUTANT_ENV_VARIABLE]: mutant });
}

/** Which mutants the file runs into, and how often. Rejects when its tests do not hold although there is no mutant. */
export async function coverageOf(root: string, file: string): Promise<CoverageData> {
  const result = join(root, 'dist', 'unit-coverage.json');
  if (!(await runUnitTests(root, file, { COVERAGE_FILE: result }))) throw new Error(`${file} fails without any mutant`);
  const covered: CoverageData = JSON.parse(readFileSync(result, 'utf8'));
  rmSync(result);
  return covered;
}
