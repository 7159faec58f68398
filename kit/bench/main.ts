import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SHIPPED_FEATURES } from '../run/feature-set.js';
import { type Measurement, measure } from './measure.js';

const MAIN = fileURLToPath(new URL('../cli/main.js', import.meta.url));
const CUCUMBER = createRequire(import.meta.url)
  .resolve('@cucumber/cucumber/package.json')
  .replace('package.json', 'bin/cucumber.js');

/** `npm run bench`: one JSON object a line. */
const scratch = mkdtempSync(join(tmpdir(), 'fwctl-bench-'));
process.chdir(SHIPPED_FEATURES.root);
try {
  for (const measurement of measurements(scratch)) process.stdout.write(`${JSON.stringify(measure(measurement))}\n`);
} finally {
  rmSync(scratch, { recursive: true });
}

function measurements(out: string): readonly Measurement[] {
  const nothing = ['-e', '0'];
  const run = [MAIN, 'run', '--quiet', '--out', out];
  return [
    { name: 'start-up of --help over bare node', ours: [MAIN, '--help'], floor: nothing, repeat: 9 },
    { name: 'start-up of list over bare node', ours: [MAIN, 'list'], floor: nothing, repeat: 9 },
    { name: 'a whole run over cucumber alone with the same features and compiled steps', ours: run, floor: cucumberAlone(out), repeat: 5 },
    { name: 'the self-test over one whole run', ours: [MAIN, 'self-test', '--quiet'], floor: run, repeat: 1 },
  ];
}

/** With a configuration file of its own, since the one at the top loads TypeScript. */
function cucumberAlone(out: string): readonly string[] {
  const configuration = join(out, 'cucumber.json');
  writeFileSync(configuration, '{}');
  const { features, steps } = SHIPPED_FEATURES;
  const parameters = JSON.stringify({ subject: { kind: 'reference' }, seed: 1 });
  return [
    CUCUMBER,
    '--config',
    relative(SHIPPED_FEATURES.root, configuration),
    features,
    '--import',
    steps,
    '--world-parameters',
    parameters,
    '--format',
    `message:${join(out, 'floor.ndjson')}`,
  ];
}
