import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCatalogue, PACKAGE_ROOT } from '../catalogue/load.js';
import { type Figure, figure, inTurn, peakMemory, processTime } from './measure.js';

const ROOT = fileURLToPath(PACKAGE_ROOT);
const MAIN = join(ROOT, 'dist/kit/cli/main.js');
const REFERENCE = join(ROOT, 'dist/kit/adapter/serve-reference.js');
const MANY_TIMES = fileURLToPath(new URL('run-many-times.js', import.meta.url));

/** A project of bare cucumber with those step definitions in compiled JavaScript; its features are in `features`. */
function bareProject(folder: string, definitions: string): readonly string[] {
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'steps.js'), `import { defineStep } from '@cucumber/cucumber';\n${definitions}\n`);
  return [join(ROOT, 'node_modules/@cucumber/cucumber/bin/cucumber.js'), '--import', 'steps.js', '--format', 'message:messages.ndjson'];
}

/** The scenarios of the kit, word for word, with steps that do nothing. */
function sameScenarios(folder: string): readonly string[] {
  cpSync(join(ROOT, 'features'), join(folder, 'features'), { recursive: true, filter: (file) => !file.endsWith('.yaml') });
  return bareProject(folder, 'defineStep(/.*/, () => {});');
}

/** As many scenarios, of three steps that do nothing. */
function smallScenarios(folder: string, count: number): readonly string[] {
  mkdirSync(join(folder, 'features'), { recursive: true });
  const scenarios = Array.from(
    { length: count },
    (_, number) => `  Scenario: ${number}\n    Given nothing\n    When nothing happens\n    Then nothing is seen\n`,
  );
  writeFileSync(join(folder, 'features/empty.feature'), `Feature: Empty\n\n${scenarios.join('\n')}`);
  const words = ['nothing', 'nothing happens', 'nothing is seen'];
  return bareProject(folder, words.map((word) => `defineStep('${word}', () => {});`).join('\n'));
}

/** The features of the kit so many times over, in a folder of their own. */
function manyFeatures(folder: string, times: number): string {
  for (let copy = 0; copy < times; copy += 1) cpSync(join(ROOT, 'features'), join(folder, `${copy}/features`), { recursive: true });
  return folder;
}

export async function benchRuns(): Promise<readonly Figure[]> {
  const base = mkdtempSync(join(tmpdir(), 'fwctl-bench-'));
  try {
    const { rules } = await loadCatalogue();
    const count = rules.reduce((sum, { scenarios }) => sum + scenarios.length, 0);
    const run = () => processTime([MAIN, 'run', '--quiet', '--out', join(base, 'out')], ROOT);
    const [same, small] = [sameScenarios(join(base, 'same')), smallScenarios(join(base, 'small'), count)];
    const whole = inTurn(7, run, () => processTime(same, join(base, 'same')));
    const wholeAgain = inTurn(7, run, () => processTime(small, join(base, 'small')));
    const list = inTurn(
      7,
      () => processTime([MAIN, 'list'], ROOT),
      () => processTime(['-e', '0'], ROOT),
    );
    const selfTest = inTurn(1, () => processTime([MAIN, 'self-test'], ROOT), run);
    const through = inTurn(
      3,
      () => processTime([MAIN, 'run', '--quiet', '--out', join(base, 'out'), '--', process.execPath, REFERENCE], ROOT),
      run,
    );
    const [once, tenTimes] = [manyFeatures(join(base, 'once'), 1), manyFeatures(join(base, 'ten'), 10)];
    const scale = inTurn(
      3,
      () => processTime([MANY_TIMES, tenTimes], ROOT),
      () => processTime([MANY_TIMES, once], ROOT),
    );
    const memory = inTurn(
      3,
      () => peakMemory([MANY_TIMES, tenTimes], ROOT),
      () => peakMemory([MANY_TIMES, once], ROOT),
    );
    return [
      figure('whole run, against bare cucumber with the same scenarios and empty steps', 'ms', ...whole),
      figure(`whole run, against bare cucumber with ${count} scenarios of three empty steps`, 'ms', ...wholeAgain),
      figure('list, against node -e 0', 'ms', ...list),
      figure('self-test, against one whole run', 'ms', ...selfTest),
      figure('the reference behind the adapter protocol, against the same in process', 'ms', ...through),
      figure('ten times the scenarios, against one time', 'ms', ...scale),
      figure('peak memory of ten times the scenarios, against one time', 'MiB', ...memory),
    ];
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}
