import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../reports/document/report.js';
import { ROOT, type StageResult } from './stages.js';

/** Drivers that the examples show, and the bug that their READMEs switch on: it fails rule driver-scope-too-low. */
const EXAMPLES = [
  { folder: 'driver-typescript', driver: 'driver.ts' },
  { folder: 'driver-javascript', driver: 'driver.js' },
] as const;
const BUG = { from: "[2, 'debug write']", to: "[2, 'configuration']", rule: 'driver-scope-too-low' } as const;

/** Packs the kit, installs the tarball into an empty project, and judges the reference and the examples from there. */
export function runPackedKit(): StageResult {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-packed-'));
  const log: string[] = [];
  const end = (due: number, cwd: string, program: string, ...words: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(program, words, { cwd, encoding: 'utf8' });
    log.push(`${program} ${words.join(' ')}`, stdout, stderr);
    if (status !== due) throw new Error(`${program} ${words[0]} ended with ${status}, not with ${due}`);
    return stdout;
  };
  const call = (cwd: string, program: string, ...words: readonly string[]): string => end(0, cwd, program, ...words);
  try {
    const tarball = call(ROOT, 'npm', 'pack', '--silent', '--ignore-scripts', '--pack-destination', folder).trim().split('\n').at(-1) ?? '';
    writeFileSync(join(folder, 'package.json'), '{ "name": "a-vendor", "private": true, "type": "module" }\n');
    call(folder, 'npm', 'install', '--silent', '--no-audit', '--no-fund', join(folder, tarball));
    call(folder, 'npx', '--no-install', 'fwctl-conformance', 'run', '--quiet');
    const report: Report = JSON.parse(readFileSync(join(folder, 'reports/latest/report.json'), 'utf8'));
    if (report.result !== 'conformant') throw new Error(`the packed kit finds the reference ${report.result}`);
    for (const example of EXAMPLES) {
      const words = ['--no-install', 'fwctl-conformance', 'run', '--driver', example.driver, '--model', 'fwctl-model.yaml', '--quiet'];
      const place = join(folder, example.folder);
      cpSync(join(ROOT, 'examples', example.folder), place, { recursive: true });
      call(place, 'npx', ...words);
      const text = readFileSync(join(place, example.driver), 'utf8');
      if (!text.includes(BUG.from)) throw new Error(`${example.folder} has no place for its bug`);
      writeFileSync(join(place, example.driver), text.replace(BUG.from, BUG.to));
      end(1, place, 'npx', ...words);
      const { rules }: Report = JSON.parse(readFileSync(join(place, 'reports/latest/report.json'), 'utf8'));
      const failed = rules.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id);
      if (failed.join() !== BUG.rule)
        throw new Error(`the bug of ${example.folder} fails ${failed.join(', ') || 'nothing'}, not ${BUG.rule}`);
    }
    return { passed: 1 + 2 * EXAMPLES.length, failed: 0, output: '' };
  } catch (error) {
    return { passed: 0, failed: 1, output: `${log.join('\n')}\n${String(error)}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
