import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const MAIN = fileURLToPath(new URL('../main.js', import.meta.url));
const A_RULE = 'uapi-ioctl-numbers';

describe('fwctl-conformance render --format html', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'fwctl-render-'));
  after(() => rmSync(cwd, { recursive: true }));
  const call = (...words: string[]): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [MAIN, ...words], { cwd, encoding: 'utf8', maxBuffer: 1 << 26 });
  before(() => call('run', '--quiet', '--rule', A_RULE, '--out', 'report'));

  it('writes the same page to a file and to the output', () => {
    expect(call('render', 'report', '--format', 'html', '--out', 'report.html')).to.include({ status: 0, stdout: '', stderr: '' });
    const page = readFileSync(join(cwd, 'report.html'), 'utf8');
    expect(page.startsWith('<!doctype html>')).to.equal(true);
    expect(page).to.contain(`<code>${A_RULE}</code>`);
    expect(call('render', 'report/report.json', '--format', 'html').stdout).to.equal(page);
    expect(existsSync(join(cwd, 'report.html.partial'))).to.equal(false);
  });

  it('makes no page of a report that ends before its footer', () => {
    const text = readFileSync(join(cwd, 'report/report.json'), 'utf8');
    writeFileSync(join(cwd, 'cut.json'), text.slice(0, text.length / 2));
    const { status, stdout, stderr } = call('render', 'cut.json', '--format', 'html');
    expect({ status, stdout }).to.deep.equal({ status: 2, stdout: '' });
    expect(stderr.replace(/\s+/g, ' ')).to.contain('ends before the footer');
  });

  it('says where it cannot write', () => {
    const { status, stderr } = call('render', 'report', '--format', 'html', '--out', 'nowhere/report.html');
    expect(status).to.equal(3);
    expect(stderr).to.contain('machine/cannot-write');
  });
});
