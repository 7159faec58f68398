import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { PACKAGE_ROOT } from '../catalogue/load.js';

const ROOT = fileURLToPath(PACKAGE_ROOT);
const C8 = createRequire(import.meta.url).resolve('c8/bin/c8.js');

const place = mkdtempSync(join(tmpdir(), 'fwctl-coverage-'));
after(() => rmSync(place, { recursive: true }));

/** How often each line of driver.ts was reached, by its text. */
function hits(lcov: string, source: string): ReadonlyMap<string, number> {
  const lines = source.split('\n');
  return new Map(
    [...lcov.matchAll(/^DA:(\d+),(\d+)/gm)].map(([, line, count]) => [lines[Number(line) - 1]?.trim() ?? '', Number(count)] as const),
  );
}

it("c8 over run --driver covers the lines of a vendor's driver, in its own process and in TypeScript", () => {
  cpSync(join(ROOT, 'examples/driver-typescript'), place, { recursive: true });
  writeFileSync(join(place, 'package.json'), '{ "type": "module" }\n');
  const never = 'const neverReached: number = 1;';
  const source = `${readFileSync(join(place, 'driver.ts'), 'utf8')}\nexport function neverCalled(): number {\n  ${never}\n  return neverReached;\n}\n`;
  writeFileSync(join(place, 'driver.ts'), source);
  const run = [
    'run',
    '--quiet',
    '--rule',
    'driver-scope-too-low',
    '--driver',
    'driver.ts',
    '--model',
    'fwctl-model.yaml',
    '--allow-partial',
  ];
  const reporters = ['lcov', 'cobertura'].flatMap((name) => ['--reporter', name]);
  const words = [C8, '--all', '--include', 'driver.ts', ...reporters, process.execPath, join(ROOT, 'dist/kit/cli/main.js'), ...run];
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: place, encoding: 'utf8' });
  expect(status, stderr).to.equal(0);
  const counted = hits(readFileSync(join(place, 'coverage/lcov.info'), 'utf8'), source);
  expect(counted.get(never)).to.equal(0);
  expect(counted.get("if (request.length < REQUEST_LENGTH) return { ok: false, errno: 'EINVAL' };")).to.be.greaterThan(0);
  expect(readFileSync(join(place, 'coverage/cobertura-coverage.xml'), 'utf8')).to.contain('filename="driver.ts"');
  expect(readFileSync(join(place, 'coverage/lcov-report/driver.ts.html'), 'utf8')).to.contain('neverReached');
});
