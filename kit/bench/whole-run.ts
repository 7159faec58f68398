import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCatalogue, PACKAGE_ROOT } from '../catalogue/load.js';
import { type Figure, figure, inTurn, peakMemory, processTime } from './measure.js';

const ROOT = fileURLToPath(PACKAGE_ROOT);
const MAIN = join(ROOT, 'dist/kit/cli/main.js');
const MANY_TIMES = fileURLToPath(new URL('run-many-times.js', import.meta.url));

/** A project of bare cucumber with `count` scenarios of three empty steps in compiled JavaScript. */
function bareProject(folder: string, count: number): readonly string[] {
  mkdirSync(join(folder, 'features'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const scenarios = Array.from(
    { length: count },
    (_, number) => `  Scenario: ${number}\n    Given nothing\n    When nothing happens\n    Then nothing is seen\n`,
  );
  writeFileSync(join(folder, 'features/empty.feature'), `Feature: Empty\n\n${scenarios.join('\n')}`);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(folder, 'steps.js'),
    `import { Given, Then, When } from '@cucumber/cucumber';\nGiven('nothing', () => {});\nWhen('nothing happens', () => {});\nThen('nothing is seen', () => {});\n`,
  );
  return [join(ROOT, 'node_modules/@cucumber/cucumber/bin/cucumber.js'), '--import', 'steps.js', '--format', 'message:messages.ndjson'];
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
    const bare = bareProject(join(base, 'bare'), count);
    const whole = inTurn(
      5,
      () => processTime([MAIN, 'run', '--quiet', '--out', join(base, 'out')], ROOT),
      () => processTime(bare, join(base, 'bare')),
    );
    const list = inTurn(
      7,
      () => processTime([MAIN, 'list'], ROOT),
      () => processTime(['-e', '0'], ROOT),
    );
    const selfTest = inTurn(
      1,
      () => processTime([MAIN, 'self-test'], ROOT),
      () => processTime([MAIN, 'run', '--quiet', '--out', join(base, 'out')], ROOT),
    );
    const [once, tenTimes] = [manyFeatures(join(base, 'once'), 1), manyFeatures(join(base, 'ten'), 10)];
    const scale = inTurn(
      3,
      () => processTime([MANY_TIMES, tenTimes], ROOT),
      () => processTime([MANY_TIMES, once], ROOT),
    );
    const memory = [peakMemory([MANY_TIMES, tenTimes], ROOT), peakMemory([MANY_TIMES, once], ROOT)] as const;
    return [
      figure(`whole run, against bare cucumber with ${count} empty scenarios`, 'ms', ...whole),
      figure('list, against node -e 0', 'ms', ...list),
      figure('self-test, against one whole run', 'ms', ...selfTest),
      figure('ten times the scenarios, against one time', 'ms', ...scale),
      figure('peak memory of ten times the scenarios, against one time', 'MiB', ...memory),
    ];
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}
