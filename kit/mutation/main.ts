import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MutantResult, PartialStrykerOptions } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import { mutatedFiles } from './mutated-files.js';
import { RUNNER } from './runner.js';
import { isSurvivor, percent, scoreOf, scoresByFolder, tellScores } from './score.js';
import { compareSurvivors, SURVIVORS, survivorLine } from './survivors.js';

/** `npm run mutate [-- PART...]`: whether what judges the reference notices when a piece of it is otherwise. */
const ROOT = fileURLToPath(PACKAGE_ROOT);
/** In percent. */
const LEAST_SCORE = 90;

const files = mutatedFiles(ROOT, process.argv.slice(2));
const options: PartialStrykerOptions = {
  mutate: [...files],
  testRunner: RUNNER,
  plugins: [new URL('runner.js', import.meta.url).href],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // The catalogue and the models are as they were built; the mutated modules are compiled, types and all else aside.
  buildCommand: 'tsc -p tsconfig.json --noCheck --declaration false',
  ignorePatterns: ['dist/**/*.{js,map,ts}', 'docs', 'examples', 'testbed', 'reports/latest'],
  // Git and the formatter look past this folder, and a build leaves it alone.
  tempDirName: 'coverage/mutation',
  cleanTempDir: 'always',
  // On a machine that has other things to do a scenario takes several times as long.
  dryRunTimeoutMinutes: 30,
  timeoutFactor: 5,
  timeoutMS: 2_000,
  // Modules that were loaded anew stay in memory.
  maxTestRunnerReuse: 200,
  reporters: [process.stdout.isTTY ? 'progress' : 'progress-append-only'],
};
process.chdir(ROOT);
const began = performance.now();
const mutants = await new Stryker(options).runMutationTest();
const results = mutants.map((mutant) => ({ ...mutant, fileName: relative(ROOT, mutant.fileName) }));

const survivors = results.filter(isSurvivor).map((mutant) => survivorLine(mutant, readFileSync(mutant.fileName, 'utf8')));
const { unlisted, stale } = compareSurvivors(readFileSync(SURVIVORS, 'utf8'), files, survivors);
const total = scoreOf('all of them', results);
const isEnough = percent(total) >= LEAST_SCORE;
const minutes = ((performance.now() - began) / 60_000).toFixed(1);
process.stdout.write(
  [
    ...tellScores([...scoresByFolder(results), total]),
    ...results.filter(isUnjudged).map((mutant) => `not judged: ${survivorLine(mutant, readFileSync(mutant.fileName, 'utf8'))}`),
    ...titled(`survivors that ${SURVIVORS} does not list:`, unlisted),
    ...titled(`listed in ${SURVIVORS}, and none of them survives:`, stale),
    `${results.length} mutants in ${minutes} minutes: ${percent(total).toFixed(1)} % are noticed, ${LEAST_SCORE} % must be`,
    '',
  ].join('\n'),
);
process.exitCode = isEnough && unlisted.length === 0 && stale.length === 0 ? 0 : 1;

function isUnjudged({ status }: MutantResult): boolean {
  return !['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status);
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines, ''];
}
