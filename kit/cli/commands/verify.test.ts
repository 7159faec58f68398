import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { WrittenReport } from '../../../reports/document/report.js';
import { countRules, resultOf } from '../../../reports/document/run-result.js';
import { asReport } from '../../../reports/document/written-report.js';
import { writeJson } from '../../../reports/formats/json.js';
import { callIn } from '../call.testing.js';

const MAIN = fileURLToPath(new URL('../main.js', import.meta.url));
const ADAPTER = fileURLToPath(new URL('../../adapter/serve-reference.js', import.meta.url));
const RULES = ['--rule', 'scope-full-needs-rawio', '--rule', 'uapi-size-too-small', '--rule', 'rpc-request-not-modified'];

describe('fwctl-conformance verify', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'fwctl-verify-'));
  after(() => rmSync(cwd, { recursive: true }));

  function call(...words: string[]): SpawnSyncReturns<string> {
    return spawnSync(process.execPath, [MAIN, ...words], { cwd, encoding: 'utf8' });
  }

  /** The report with something in it replaced, and with the digest that it then must have, as who forges it would write it. */
  function forge(name: string, what: string | RegExp, by: string): string {
    const text = readFileSync(join(cwd, 'good/report.json'), 'utf8').replace(what, by);
    const end = text.lastIndexOf('  "footer"');
    const body = text.slice(0, end).replace(/,\n {2}"time": \{[^}]*\}/, '');
    const digest = createHash('sha256').update(body).digest('hex');
    writeFileSync(join(cwd, name), text.slice(0, end) + text.slice(end).replace(/\w{64}/, digest));
    return name;
  }

  before(() => {
    call('run', '--quiet', ...RULES, '--out', 'good');
    call('run', '--quiet', ...RULES, '--out', 'bad', '--broken', 'accepts-24-byte-rpc');
    call('run', '--quiet', ...RULES, '--out', 'adapter', '--', process.execPath, ADAPTER);
    call('run', '--quiet', ...RULES, '--out', 'challenged', '--challenge', "the reviewer's 7");
    call('run', '--quiet', ...RULES, '--out', 'seeded', '--seed', '2');
  });

  it('finds nothing in reports as they were written, whatever they say of whom', () => {
    for (const folder of ['good', 'bad', 'adapter', 'challenged', 'seeded']) {
      const { status, stdout, stderr } = call('verify', '--quiet', folder);
      expect({ status, stderr }, `${folder}: ${stdout}`).to.deep.equal({ status: 0, stderr: '' });
      expect(stdout).to.match(/verified: .*\n +(\d+) of \1 scenarios judged again/);
    }
  });

  it('accuses nobody when it is interrupted', async () => {
    for (const [words, told] of [
      [[], 'inconclusive: verifying was interrupted\n'],
      [['--json'], '{\n  "interrupted": true\n}\n'],
    ] as const)
      expect(await callIn(cwd, ['verify', '--quiet', 'good', ...words], AbortSignal.abort('SIGINT'))).to.include({
        status: 2,
        stdout: told,
      });
  });

  const forgeries = {
    'an outcome': [/"errno":"EPERM"/, '"errno":"EINVAL"', /outcome/],
    'what was asked': [/"takes":\{"caller":1,"capabilities":\["CAP_SYS_RAWIO"\]/, '"takes":{"caller":1,"capabilities":[]', /capabilities/],
    'what an expectation says': [/"actual":"EPERM"/, '"actual":"EINVAL"', /actual/],
    'the seed': ['"seed": 1', '"seed": 2', /answers\.takes/],
    'what a challenge would have changed': ['"seed": 1,', '"seed": 1,\n  "challenge": "late",', /memory/],
    'the name of the rule set': [/"name": "linux-[^"]*"/, '"name": "linux-9.9"', /name\s+is\s+linux-9\.9/],
    'the name of a scenario': [/\{"name":"/, '{"name":"Other ', /name/],
  } as const;
  for (const [what, [pattern, by, told]] of Object.entries(forgeries)) {
    it(`finds ${what} changed, also with a digest that fits`, () => {
      const { status, stdout } = call('verify', '--quiet', forge('forged.json', pattern, by));
      expect({ status }, stdout).to.deep.equal({ status: 1 });
      expect(stdout).to.contain('NOT VERIFIED').and.match(told);
    });
  }

  it('finds that a rule of the set is not listed any more', () => {
    const written: WrittenReport = JSON.parse(readFileSync(join(cwd, 'bad/report.json'), 'utf8'));
    const rules = written.rules.filter(({ id }) => id !== 'uapi-size-too-small');
    const selection = { ...written.selection, rules: written.selection.rules.filter((id) => id !== 'uapi-size-too-small') };
    const [counts, listed] = [countRules(rules), { rulesListed: rules.length, rulesInSet: rules.length }];
    const shorter = { ...written, result: resultOf(counts, true), counts, selection, rules, footer: { ...written.footer, ...listed } };
    writeFileSync(join(cwd, 'shorter.json'), [...writeJson(asReport(shorter))].join(''));
    const { status, stdout } = call('verify', '--json', '--quiet', 'shorter.json');
    expect({ status }, stdout).to.deep.equal({ status: 1 });
    const { changes, disagreements } = JSON.parse(stdout);
    expect(changes).to.deep.equal([]);
    expect(disagreements).to.deep.equal([
      { where: 'uapi-size-too-small', what: 'the rule', written: 'not there', replayed: 'not-testable' },
    ]);
  });

  it('finds by the digest what no judging can find', () => {
    const text = readFileSync(join(cwd, 'good/report.json'), 'utf8');
    writeFileSync(join(cwd, 'later.json'), text.replace(/"started": "\d{4}/, '"started": "1999'));
    const { status, stdout } = call('verify', '--quiet', 'later.json');
    expect(status).to.equal(1);
    expect(stdout).to.match(/a\s+run\s+does\s+not\s+write\s+it\s+like\s+this/);
    writeFileSync(join(cwd, 'newer.json'), text.replace(/("subject": \{[^}]*"version": ")/, '$17.'));
    const newer = call('verify', '--quiet', 'newer.json');
    expect(newer.status).to.equal(1);
    expect(newer.stdout).to.match(/its\s+footer\s+is\s+not\s+that\s+of\s+what/);
  });

  it('holds a challenge against that of the run', () => {
    expect(call('verify', '--quiet', '--challenge', "the reviewer's 7", 'challenged').status).to.equal(0);
    for (const folder of ['challenged', 'good']) {
      const { status, stdout } = call('verify', '--quiet', '--challenge', 'another', folder);
      expect({ status, folder }).to.deep.equal({ status: 1, folder });
      expect(stdout).to.contain('challenge: the run was made with');
    }
  });

  it('says the same as JSON', () => {
    const { status, stdout } = call('verify', '--json', '--quiet', 'bad');
    expect(status).to.equal(0);
    expect(JSON.parse(stdout)).to.deep.include({ holds: true, changes: [], disagreements: [], left: [] });
  });

  it('decides nothing of a report that was cut short, and refuses one of other rules', () => {
    const text = readFileSync(join(cwd, 'good/report.json'), 'utf8');
    writeFileSync(join(cwd, 'cut.json'), text.slice(0, text.length / 2));
    expect(call('verify', '--quiet', 'cut.json')).to.include({ status: 2 });
    const { status, stderr } = call('verify', '--quiet', forge('other.json', /"digest": "\w+"/, '"digest": "0000"'));
    expect(status).to.equal(3);
    expect(stderr).to.contain('input/cannot-verify').and.contain('verify with the kit that judged');
  });
});
