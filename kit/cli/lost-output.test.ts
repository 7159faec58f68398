import { type SpawnSyncReturns, type StdioOptions, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { WrittenReport } from '../../reports/document/report.js';

const MAIN = fileURLToPath(new URL('main.js', import.meta.url));

describe('fwctl-conformance, where nothing can be written or nobody is', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'fwctl-lost-'));
  let full: number;
  before(() => {
    full = openSync('/dev/full', 'w');
  });
  after(() => {
    closeSync(full);
    rmSync(cwd, { recursive: true });
  });

  function call(words: readonly string[], stdio: StdioOptions): SpawnSyncReturns<string> {
    return spawnSync(process.execPath, [MAIN, ...words], { cwd, encoding: 'utf8', stdio });
  }

  it('says that standard output is full, where it would be taken for whole', () => {
    const { status, stderr } = call(['list'], ['ignore', full, 'pipe']);
    expect(status).to.equal(3);
    expect(stderr).to.contain('machine/cannot-write').and.contain('standard output cannot be written').and.contain('ENOSPC');
  });

  it('judges on where standard error is full', () => {
    const words = ['run', '--rule', 'uapi-ioctl-numbers', '--allow-partial', '--out', 'reports'];
    expect(call(words, ['ignore', 'pipe', full]).status).to.equal(0);
    const report: WrittenReport = JSON.parse(readFileSync(join(cwd, 'reports/report.json'), 'utf8'));
    expect(report.footer.endedBy).to.equal('finished');
  });

  it('says that its folder is gone', () => {
    const script = `mkdir gone && cd gone && rmdir "$PWD" && '${process.execPath}' '${MAIN}' list`;
    const { status, stderr } = spawnSync('sh', ['-c', script], { cwd, encoding: 'utf8' });
    expect(status).to.equal(3);
    expect(stderr).to.contain('machine/no-folder').and.contain('this machine');
  });
});
