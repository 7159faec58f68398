import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../reports/document/report.js';
import { ROOT, type StageResult } from './stages.js';

/** Packs the kit, installs the tarball into an empty project and judges the reference from there. */
export function runPackedKit(): StageResult {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-packed-'));
  const log: string[] = [];
  const call = (cwd: string, program: string, ...words: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(program, words, { cwd, encoding: 'utf8' });
    log.push(`${program} ${words.join(' ')}`, stdout, stderr);
    if (status !== 0) throw new Error(`${program} ${words[0]} ended with ${status}`);
    return stdout;
  };
  try {
    const tarball = call(ROOT, 'npm', 'pack', '--silent', '--ignore-scripts', '--pack-destination', folder).trim().split('\n').at(-1) ?? '';
    writeFileSync(join(folder, 'package.json'), '{ "name": "a-vendor", "private": true }\n');
    call(folder, 'npm', 'install', '--silent', '--no-audit', '--no-fund', join(folder, tarball));
    call(folder, 'npx', '--no-install', 'fwctl-conformance', 'run', '--quiet');
    const report: Report = JSON.parse(readFileSync(join(folder, 'reports/latest/report.json'), 'utf8'));
    if (report.result !== 'conformant') throw new Error(`the packed kit finds the reference ${report.result}`);
    return { passed: 1, failed: 0, output: '' };
  } catch (error) {
    return { passed: 0, failed: 1, output: `${log.join('\n')}\n${String(error)}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
