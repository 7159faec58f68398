import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { type Called, callIn } from '../call.testing.js';

const MAIN = fileURLToPath(new URL('../main.js', import.meta.url));
const A_RULE = 'uapi-ioctl-numbers';

describe('fwctl-conformance render and verify-mail', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'fwctl-render-'));
  after(() => rmSync(cwd, { recursive: true }));

  const call = (...words: string[]): Promise<Called> => callIn(cwd, words);

  function write(file: string, text: string): string {
    writeFileSync(join(cwd, file), text);
    return file;
  }

  before(() => {
    for (const words of [
      ['--out', 'good'],
      ['--out', 'bad', '--rule', A_RULE, '--broken', 'compares-number-only'],
    ])
      spawnSync(process.execPath, [MAIN, 'run', '--quiet', ...words], { cwd });
    write('cut.json', readFileSync(join(cwd, 'good/report.json'), 'utf8').slice(0, -20));
  });

  it('tells a report on standard output or in a file, and ends with 0 whatever its result', async () => {
    const { status, stdout, stderr } = await call('render', 'bad', '--format', 'mail');
    expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '' });
    expect((await call('render', 'bad', '--format', 'mail', '--out', 'out.txt')).status).to.equal(0);
    expect(readFileSync(join(cwd, 'out.txt'), 'utf8')).to.equal(stdout);
    expect(readdirSync(cwd).filter((file) => file.endsWith('.partial'))).to.deep.equal([]);
  });

  it('writes as text and as JUnit what the run did', async () => {
    expect((await call('render', 'good', '--format', 'text')).stdout).to.equal(readFileSync(join(cwd, 'good/report.txt'), 'utf8'));
    expect((await call('render', 'good', '--format', 'junit')).stdout).to.equal(readFileSync(join(cwd, 'good/junit.xml'), 'utf8'));
  });

  it('writes nothing of a report that ends before its footer', async () => {
    const { status, stdout, stderr } = await call('render', 'cut.json', '--format', 'junit', '--out', 'none');
    expect({ status, stdout }).to.deep.equal({ status: 2, stdout: '' });
    expect(stderr).to.contain('inconclusive');
    expect(readdirSync(cwd)).to.not.include('none');
  });

  it('refuses a form that there is not, and a place that cannot be written', async () => {
    expect(await call('render', 'good', '--format', 'maul')).to.include({ status: 3, stdout: '' });
    expect((await call('render', 'good', '--format', 'maul')).stderr)
      .to.contain('usage/bad-value')
      .and.contain('"mail"');
    const { status, stderr } = await call('render', 'good', '--format', 'mail', '--out', 'no/such/folder');
    expect(status).to.equal(3);
    expect(stderr).to.contain('machine/cannot-write');
  });

  it('ends verify-mail as the run when the report bears the mail out', async () => {
    const good = write('good.txt', (await call('render', 'good', '--format', 'mail')).stdout.replace(/^/gm, '> '));
    const bad = write('bad.txt', (await call('render', 'bad', '--format', 'mail')).stdout);
    expect(await call('verify-mail', good, '--report', 'good')).to.include({ status: 0, stderr: '' });
    expect(await call('verify-mail', bad, '--report', 'bad')).to.include({ status: 1, stderr: '' });
    expect((await call('verify-mail', good)).status).to.equal(2);
    expect((await call('verify-mail', bad)).status).to.equal(1);
    expect((await call('verify-mail', good, '--report', 'cut.json')).status).to.equal(2);
  });

  it('refuses a mail about another report, and one that was changed', async () => {
    const mail = (await call('render', 'bad', '--format', 'mail')).stdout;
    const refusals = await Promise.all([
      call('verify-mail', write('bad.txt', mail), '--report', 'good'),
      call('verify-mail', write('changed.txt', mail.replace('ENOTTY', 'EPERM')), '--report', 'bad'),
      call('verify-mail', write('claims.txt', mail.replace(': non-conformant', ': conformant'))),
      call('verify-mail', write('short.txt', mail.slice(0, 300))),
      call('verify-mail', 'no-such-file'),
    ]);
    for (const { status, stdout, stderr } of refusals) {
      expect({ status, stdout }).to.deep.equal({ status: 3, stdout: '' });
      expect(stderr).to.contain('input/bad-mail');
    }
  });
});
