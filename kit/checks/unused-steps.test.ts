import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { findStepProblems } from './unused-steps.js';

const MODULE = new URL('unused-steps.js', import.meta.url).href;
const MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url));

/** Steps register themselves once a process, so each case has one of its own. */
function problemsIn(steps: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-steps-'));
  try {
    mkdirSync(join(folder, 'features'));
    mkdirSync(join(folder, 'steps'));
    symlinkSync(MODULES, join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'features/a.feature'), 'Feature: A\n  Example: B\n    Given one thing\n');
    writeFileSync(join(folder, 'steps/steps.js'), `import { Given } from '@cucumber/cucumber';\n${steps}`);
    const ask = `import { findStepProblems } from '${MODULE}';
      const problems = await findStepProblems({ root: process.cwd(), features: 'features', steps: 'steps' });
      console.log(problems.join('; '));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', ask], { cwd: folder, encoding: 'utf8' });
    return (stdout + stderr).trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('findStepProblems', () => {
  it('is content with the shipped features and steps', async () => {
    expect(await findStepProblems()).to.deep.equal([]);
  });

  it('names what no scenario uses, what nothing matches, and what more than one step matches', () => {
    expect(problemsIn("Given('one thing', () => {});")).to.equal('');
    expect(problemsIn("Given('one thing', () => {});\nGiven('another', () => {});")).to.match(/steps\.js:3 no scenario uses another$/);
    expect(problemsIn("Given('another', () => {});")).to.contain('no step matches "one thing"');
    expect(problemsIn("Given('one thing', () => {});\nGiven('one {word}', () => {});")).to.contain('2 steps match "one thing"');
    expect(problemsIn('')).to.contain('found no step to look at');
  });
});
