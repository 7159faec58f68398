import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const MAIN = fileURLToPath(new URL('../main.js', import.meta.url));
const A_RULE = 'uapi-size-too-small';
const RULES = ['--rule', A_RULE, '--rule', 'uapi-ioctl-numbers'];

describe('fwctl-conformance reproduce', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'fwctl-reproduce-'));
  after(() => rmSync(cwd, { recursive: true }));

  function call(...words: string[]): SpawnSyncReturns<string> {
    return spawnSync(process.execPath, [MAIN, ...words], { cwd, encoding: 'utf8' });
  }

  before(() => {
    call('run', '--quiet', ...RULES, '--out', 'bad', '--broken', 'accepts-24-byte-rpc');
    call('run', '--quiet', ...RULES, '--out', 'good');
  });

  it('writes a folder for each rule that failed, with what shows it', () => {
    const { status, stdout, stderr } = call('reproduce', 'bad', '--out', 'out');
    expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '' });
    expect(stdout).to.equal(`out/${A_RULE}: in 5 operations, with a program\n`);
    expect(readdirSync(join(cwd, 'out'))).to.deep.equal([A_RULE]);
    const files = ['README.txt', 'operations.json', 'reproduce.c', 'reproduce.feature'];
    expect(readdirSync(join(cwd, 'out', A_RULE)).sort()).to.deep.equal(files);
    const [readme = '', operations = ''] = files.map((file) => readFileSync(join(cwd, 'out', A_RULE, file), 'utf8'));
    expect(readme)
      .to.contain('expected EINVAL, but got')
      .and.contain(`run --out again --rule ${A_RULE} --broken accepts-24-byte-rpc --seed 1`);
    expect(JSON.parse(operations).at(-1)).to.deep.include({ op: 'ioctl' }).and.have.nested.property('expected.outcome.errno', 'EINVAL');
  });

  it('has nothing to write where nothing failed', () => {
    expect(call('reproduce', 'good', '--out', 'none')).to.include({ status: 0, stdout: 'nothing to reproduce: no rule failed\n' });
  });

  it('refuses a rule that did not fail, and decides nothing of a report that was cut short', () => {
    const { status, stderr } = call('reproduce', 'bad', '--rule', 'uapi-ioctl-numbers');
    expect(status).to.equal(3);
    expect(stderr).to.contain('usage/unknown-rule').and.contain(A_RULE);
    writeFileSync(join(cwd, 'cut.json'), readFileSync(join(cwd, 'bad/report.json'), 'utf8').slice(0, 5000));
    expect(call('reproduce', 'cut.json').status).to.equal(2);
  });

  const forgeries: { readonly [what: string]: readonly [what: RegExp, by: string, named: RegExp] } = {
    'a rule that is a path out of the folder': [/"uapi-size-too-small"/g, '"../outside"', /received\s+\.\.\/outside/],
    'a scenario of another place': [/"features\/uapi\/[^"]*:/, '"../outside:', /received\s+\.\.\/outside:\d+/],
    'bytes that are none': [/"hex":"/g, '"hex":"?', /received\s+recorded bytes are written as \?/],
  };
  for (const [what, [pattern, by, named]] of Object.entries(forgeries)) {
    it(`refuses a report with ${what}, and blames the report`, () => {
      writeFileSync(join(cwd, 'forged.json'), readFileSync(join(cwd, 'bad/report.json'), 'utf8').replaceAll(new RegExp(pattern, 'g'), by));
      const { status, stderr } = call('reproduce', 'forged.json', '--out', 'out/forged');
      expect(status).to.equal(3);
      expect(stderr).to.contain('input/bad-report').and.match(named);
      expect(readdirSync(cwd).concat(readdirSync(join(cwd, 'out')))).to.not.include('outside');
    });
  }
});
