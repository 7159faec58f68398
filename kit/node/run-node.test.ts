import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { WrittenReport } from '../../reports/document/report.js';
import { loadCatalogue } from '../catalogue/load.js';
import { loadModel } from '../model/load.js';
import { requestBytes } from '../model/model.js';

const MAIN = fileURLToPath(new URL('../cli/main.js', import.meta.url));
const AGENT = fileURLToPath(new URL('fake-agent.testing.js', import.meta.url));
const ROOT = new URL('../../../', import.meta.url);
const MODEL = fileURLToPath(new URL('devices/mlx5/fwctl-model.yaml', ROOT));
const NODE = '/dev/fwctl/fwctl0';

describe('run --node', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-node-'));
  const log = join(folder, 'rpcs');
  after(() => rmSync(folder, { recursive: true }));
  const destructive = (await loadCatalogue()).rules.filter((rule) => rule.destructive !== undefined).map(({ id }) => id);
  const all = destructive.flatMap((id) => ['--destructive', id]);

  type Run = { readonly model?: string; readonly node?: string; readonly options?: readonly string[] };

  /** Judges the node through an agent with that trouble; `rpcs` are those that arrived, scope and request. */
  function judge(trouble: object, { model = MODEL, node = NODE, options = [] }: Run = {}) {
    rmSync(join(folder, 'reports'), { recursive: true, force: true });
    writeFileSync(log, '');
    const words = ['run', '--model', model, '--node', node, ...options, '--', process.execPath, AGENT, JSON.stringify(trouble), log];
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], { cwd: folder, encoding: 'utf8', timeout: 60_000 });
    let report: WrittenReport | null = null;
    try {
      report = JSON.parse(readFileSync(join(folder, 'reports/latest/report.json'), 'utf8'));
    } catch {
      // There is none when nothing could be judged.
    }
    const rpcs = readFileSync(log, 'utf8').split('\n').slice(0, -1);
    return { status, stdout, stderr: stderr.replaceAll(/\s+/g, ' '), report, rpcs };
  }

  function idsWith(report: WrittenReport | null, verdict: string): readonly string[] {
    return report?.rules.filter((rule) => rule.verdict === verdict).map(({ id }) => id) ?? [];
  }

  describe('a device that keeps its model', () => {
    it('is judged by what leaves no trace, and the report says what was left out', () => {
      const { status, stdout, report, rpcs } = judge({});
      expect({ status, result: report?.result }).to.deep.equal({ status: 2, result: 'partial' });
      expect(report?.subject).to.deep.include({ kind: 'node', name: NODE, version: '7.2.13' });
      expect(report?.counts).to.deep.include({ executed: 7, passed: 7 });
      expect(idsWith(report, 'not-testable')).to.have.members(destructive).and.have.length.greaterThan(4);
      expect(report?.selection.leftOut).to.deep.equal(destructive);
      for (const id of destructive) expect(stdout).to.contain(`    ${id}\n`);
      expect(stdout).to.contain('--destructive RULE');
      expect(report?.rules.find(({ id }) => id === 'driver-never-admitted')?.reason).to.contain('--destructive driver-never-admitted');
      expect(rpcs.length).to.be.greaterThan(4);
    });

    it('is judged by what tools get of the firmware that runs, and by no other release of it', () => {
      const { report } = judge({});
      const verdicts = report?.rules
        .filter(({ id }) => id.startsWith('driver-tools-'))
        .map(({ id, verdict, reason }) => ({ id, verdict, reason }));
      expect(verdicts).to.deep.equal([
        { id: 'driver-tools-served', verdict: 'passed', reason: undefined },
        { id: 'driver-tools-keep-working', verdict: 'not-applicable', reason: 'the subject has no other release of its firmware' },
      ]);
    });

    it('gets no RPC that changes something, nor any in a scope that taints the kernel', () => {
      const { rpcs } = judge({});
      const reading = loadModel(MODEL).rpcs.filter(({ effect }) => effect === 'none');
      const harmless = reading.flatMap((rpc) => [0, 1].map((scope) => `${scope} ${Buffer.from(requestBytes(rpc)).toString('hex')}`));
      expect(rpcs.filter((rpc) => !harmless.includes(rpc))).to.deep.equal([]);
    });

    it('is conformant when all that was left out is asked for by name', () => {
      const { status, report, rpcs } = judge({}, { options: all });
      expect({ status, result: report?.result }).to.deep.equal({ status: 0, result: 'conformant' });
      expect(report?.selection.leftOut).to.deep.equal([]);
      expect(report?.reproduce)
        .to.contain(`--node ${NODE} --model ${MODEL} --destructive ${destructive[0]}`)
        .and.contain(` -- ${process.execPath}`);
      expect(rpcs.some((rpc) => rpc.startsWith('3 '))).to.equal(true);
    });

    it('is judged by one more rule when that is named, either way', () => {
      const { report } = judge({}, { options: ['--destructive', 'driver-never-admitted'] });
      expect(idsWith(report, 'passed')).to.contain('driver-never-admitted').and.have.length(8);
      expect(report?.selection.leftOut).to.deep.equal(destructive.filter((id) => id !== 'driver-never-admitted'));
      const selected = judge({}, { options: ['--rule', 'driver-never-admitted'] });
      expect(idsWith(selected.report, 'passed')).to.deep.equal(['driver-never-admitted']);
      expect(selected.stdout).not.to.contain('left out');
    });

    it('is judged without CAP_SYS_RAWIO by what needs none', () => {
      const { status, report } = judge({ hasNoRights: true }, { options: all });
      expect({ status, result: report?.result }).to.deep.equal({ status: 2, result: 'partial' });
      expect(report?.subject.capabilities).to.contain('device-modelled').and.not.contain('caller-capabilities');
      expect(report?.counts.passed).to.equal(9);
      expect(report?.rules.find(({ id }) => id === 'driver-least-scope')?.reason).to.contain('caller-capabilities');
    });

    it('may refuse with ENODEV, and is there all the same', () => {
      const { report } = judge({ rpc: { ok: false, errno: 'ENODEV' } }, { options: ['--rule', 'driver-never-admitted'] });
      expect(idsWith(report, 'passed')).to.deep.equal(['driver-never-admitted']);
    });
  });

  it('finds a device not conformant that does not keep it', () => {
    const { status, report } = judge({ rpc: { ok: false, errno: 'EIO' } });
    expect({ status, failed: idsWith(report, 'failed').length > 0 }).to.deep.equal({ status: 1, failed: true });
  });

  describe('on the command line', () => {
    const refused = (words: readonly string[], ...said: readonly string[]): void => {
      const { status, stderr } = spawnSync(process.execPath, [MAIN, 'run', ...words], { cwd: folder, encoding: 'utf8' });
      expect(status).to.equal(3);
      for (const text of said) expect(stderr.replaceAll(/\s+/g, ' ')).to.contain(text);
    };

    it('wants a model, and the names of rules that it leaves out', () => {
      const words = ['--node', NODE, '--model', MODEL];
      refused(['--node', NODE], 'usage/bad-value', '--model beside it');
      refused([...words, '--destructive', 'driver-never-admited'], 'usage/unknown-rule', '"driver-never-admitted"');
      refused([...words, '--destructive', 'driver-info-as-declared'], 'usage/unknown-rule', 'no destructive rule');
      refused(['--destructive', 'driver-never-admitted'], 'usage/bad-value', '--node beside it');
    });

    it('ends with 3 when there is nothing to judge', () => {
      const { status, stderr, report, rpcs } = judge({ hasNoFwctl: true });
      expect({ status, report, rpcs }).to.deep.equal({ status: 3, report: null, rpcs: [] });
      expect(stderr).to.contain('machine/no-node').and.contain('Linux 7.2.13 without /sys/class/fwctl');
    });
  });

  describe('a device that is lost in the middle', () => {
    const undecided = (trouble: object, options: readonly string[] = all) => {
      const { status, report } = judge({ at: 30, ...trouble }, { options });
      expect({ status, result: report?.result }).to.deep.equal({ status: 2, result: 'inconclusive' });
      expect(idsWith(report, 'broken').length).to.be.greaterThan(0);
      return report;
    };

    it('decides nothing, and is not taken for a refusal', () => {
      const report = undecided({ change: 'goes' });
      expect(idsWith(report, 'failed')).to.deep.equal([]);
      const reasons = report?.rules.map(({ reason = '' }) => reason).join('\n');
      expect(reasons).to.contain('the device of /dev/fwctl/fwctl0 has gone: a call came to ENODEV');
      expect(report?.problems.join()).to.contain('has gone');
    });

    it('decides nothing when its last calls failed in another way', () => {
      const report = undecided({ at: 3, change: 'goes with EIO' }, []);
      expect(idsWith(report, 'failed').length).to.be.greaterThan(0);
      expect(report?.problems.join()).to.contain('has gone');
    });

    it('decides nothing when another device has got its node, and sends that nothing', () => {
      const report = undecided({ change: 'becomes another' });
      expect(report?.problems.join()).to.contain('/sys/class/fwctl has no fwctl0 of ');
    });

    it('decides nothing when it goes in the last scenario', () => {
      const { status, report } = judge(
        { at: 6, change: 'goes with EIO' },
        { options: ['--rule', 'driver-least-scope-of-reads', '--allow-partial'] },
      );
      expect({ status, result: report?.result }).to.deep.equal({ status: 2, result: 'inconclusive' });
    });

    it('decides nothing when the machine goes with it', () => {
      expect(undecided({ change: 'dies' })?.result).to.equal('inconclusive');
    });
  });
});
