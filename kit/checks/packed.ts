import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../reports/document/report.js';
import { tryTemplates } from './ci-templates.js';
import { EXAMPLES, tryExample } from './examples.js';
import { ROOT } from './root.js';
import type { StageResult } from './stages.js';

/** Ends with an error when the program does not end with the status that is due. Gives what it printed. */
export type RunProgram = (due: number, cwd: string, program: string, ...words: readonly string[]) => string;

/** Packs the kit, installs the tarball into an empty project, and judges the reference and the examples from there. */
export function runPackedKit(): StageResult {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-packed-'));
  const log: string[] = [];
  const run: RunProgram = (due, cwd, program, ...words) => {
    const { status, stdout, stderr, error } = spawnSync(program, words, { cwd, encoding: 'utf8' });
    log.push(`${program} ${words.join(' ')}`, stdout, stderr);
    if (error !== undefined) throw new Error(`${program} cannot be started: ${error.message}`);
    if (status !== due) throw new Error(`${program} ${words[0]} ended with ${status}, not with ${due}`);
    return stdout;
  };
  try {
    const tarball =
      run(0, ROOT, 'npm', 'pack', '--silent', '--ignore-scripts', '--pack-destination', folder).trim().split('\n').at(-1) ?? '';
    writeFileSync(join(folder, 'package.json'), '{ "name": "a-vendor", "private": true, "type": "module" }\n');
    run(0, folder, 'npm', 'install', '--silent', '--no-audit', '--no-fund', join(folder, tarball));
    run(0, folder, 'npx', '--no-install', 'fwctl-conformance', 'run', '--quiet');
    const report: Report = JSON.parse(readFileSync(join(folder, 'reports/latest/report.json'), 'utf8'));
    if (report.result !== 'conformant') throw new Error(`the packed kit finds the reference ${report.result}`);
    // All forms come from one module, so one of them shows that none needs what only the tests need.
    run(0, folder, 'npx', '--no-install', 'fwctl-conformance', 'render', 'reports/latest', '--format', 'mail', '--out', 'mail.txt');
    run(0, folder, 'npx', '--no-install', 'fwctl-conformance', 'verify-mail', 'mail.txt', '--report', 'reports/latest');
    for (const example of EXAMPLES) tryExample(example, folder, run);
    const templates = tryTemplates(join(folder, tarball), folder, run);
    return { passed: 3 + 2 * EXAMPLES.length + templates, failed: 0, output: '' };
  } catch (error) {
    return { passed: 0, failed: 1, output: `${log.join('\n')}\n${String(error)}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
