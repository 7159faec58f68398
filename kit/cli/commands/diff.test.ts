import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Comparison } from '../../../reports/compare/compare.js';

const MAIN = fileURLToPath(new URL('../main.js', import.meta.url));
const A_RULE = 'uapi-ioctl-numbers';

describe('fwctl-conformance diff', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'fwctl-diff-'));
  after(() => rmSync(cwd, { recursive: true }));

  function call(...words: string[]): SpawnSyncReturns<string> {
    return spawnSync(process.execPath, [MAIN, ...words], { cwd, encoding: 'utf8' });
  }

  before(() => {
    call('run', '--quiet', '--rule', A_RULE, '--out', 'good');
    call('run', '--quiet', '--rule', A_RULE, '--out', 'bad', '--broken', 'compares-number-only');
    const text = readFileSync(join(cwd, 'good/report.json'), 'utf8');
    writeFileSync(join(cwd, 'cut.json'), text.slice(0, text.length / 2));
    writeFileSync(join(cwd, 'forged.json'), text.replace('"result": "partial"', '"result": "conformant"'));
  });

  it('ends with 0 when nothing became worse, and with 1 when something did', () => {
    expect(call('diff', 'good', 'good/report.json')).to.include({ status: 0, stderr: '' });
    expect(call('diff', 'bad', 'good').status).to.equal(0);
    const { status, stdout } = call('diff', 'good', 'bad');
    expect(status).to.equal(1);
    expect(stdout).to.contain('partial, now non-conformant: worse').and.contain('passed, now failed').and.contain('the implementation');
  });

  it('says the same as JSON', () => {
    const { status, stdout } = call('diff', '--json', 'good', 'bad');
    const { changes, unchanged }: Comparison = JSON.parse(stdout);
    expect({ status, ids: changes.map(({ id }) => id) }).to.deep.equal({ status: 1, ids: [A_RULE] });
    expect(unchanged).to.be.greaterThan(100);
  });

  it('decides nothing from a report that ends before its footer', () => {
    const { status, stdout } = call('diff', 'good', 'cut.json');
    expect(status).to.equal(2);
    expect(stdout)
      .to.contain('inconclusive')
      .and.match(/cut\.json:\d+:\d+/);
    expect(JSON.parse(call('diff', '--json', 'cut.json', 'good').stdout))
      .to.have.property('cutShort')
      .with.length(1);
  });

  it('refuses what is no report', () => {
    const { status, stdout, stderr } = call('diff', 'good', 'forged.json');
    expect({ status, stdout }).to.deep.equal({ status: 3, stdout: '' });
    expect(stderr)
      .to.match(/forged\.json:2:13 +input\/bad-report/)
      .and.contain('an input file');
    expect(call('diff', 'good', 'none').stderr)
      .to.contain('input/bad-report')
      .and.contain('a file that can be read');
  });
});
