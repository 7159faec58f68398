import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { WrittenReport } from '../../reports/document/report.js';
import { writeJson } from '../../reports/formats/json.js';
import { readFeature } from '../catalogue/feature-rules.js';
import { loadCatalogue, PACKAGE_ROOT } from '../catalogue/load.js';
import { USUAL_MODEL } from '../model/model.js';
import { shippedModel } from '../model/shipped.js';
import { judge } from '../run/judge.js';
import { subjectFacts } from '../run/subject-facts.js';
import type { Subject } from '../subject/port.js';
import { openSubject } from '../subjects/open-subject.js';
import type { Errno } from '../uapi/errno.js';
import { writeProgram } from './c-program.js';
import { type Reproduction, reproduceRule } from './reproduce-rule.js';
import { ShimServer } from './shim-server.testing.js';

const SHIM = fileURLToPath(new URL('testbed/shim/fwctl-shim.c', PACKAGE_ROOT));

/** Broken subjects of the core, and the rules that they break. */
const BROKEN = {
  'accepts-24-byte-rpc': 'uapi-size-too-small',
  'compares-number-only': 'uapi-ioctl-numbers',
  'reports-cut-length': 'rpc-response-truncated',
  'remembers-the-capability': 'scope-capability-at-call-time',
  'full-does-not-taint': 'taint-full',
  'ignores-unwritable-structure': 'uapi-readonly-argument',
  'unreadable-tail-is-zero': 'uapi-unreadable-structure',
  'writes-scope-back-as-zero': 'uapi-rpc-layout',
  'zeroes-64-bytes-at-most': 'discovery-info-zero-padded',
} as const;

async function reportOf(name: string, rule: string): Promise<WrittenReport> {
  const subject = { kind: 'broken', name } as const;
  const report = await judge({
    subject,
    facts: await subjectFacts(subject),
    catalogue: await loadCatalogue(),
    model: shippedModel(USUAL_MODEL),
    seed: 1,
    selection: { rules: [rule], devices: [], shard: null, leftOut: [] },
    reproduce: `npx fwctl-conformance run --broken ${name} --seed 1`,
  });
  return JSON.parse([...writeJson(report)].join(''));
}

async function reproductionOf(name: string, id: string): Promise<Reproduction> {
  const report = await reportOf(name, id);
  const rule = report.rules.find((candidate) => candidate.id === id);
  const reproduction = rule && (await reproduceRule(report, rule));
  if (!reproduction) throw new Error(`${name} did not fail ${id}`);
  return reproduction;
}

/** With the caller and the device that the program finds. */
async function prepare(subject: Subject, { found }: Reproduction): Promise<Subject> {
  await subject.perform({ op: 'boot' });
  await subject.perform({ op: 'spawn', caller: 1, name: 'reproduce', capabilities: [], userNamespace: 'initial' });
  for (const { operation } of found?.steps ?? []) {
    if (operation.op === 'register' || operation.op === 'script-driver') await subject.perform(operation);
  }
  return subject;
}

/** The subject, but that an ioctl that it refuses is refused with this errno. */
function refusingWith(subject: Subject, errno: Errno): Subject {
  return {
    identity: subject.identity,
    capabilities: subject.capabilities,
    stop: () => subject.stop(),
    perform: async (operation) => {
      const outcome = await subject.perform(operation);
      return operation.op === 'ioctl' && Object(outcome).ok === false ? { ...Object(outcome), errno } : outcome;
    },
  };
}

describe('a reproduction', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-reproduce-'));
  const shim = join(folder, 'shim.so');
  before(() => execFileSync('cc', ['-Wall', '-Wextra', '-Werror', '-O1', '-shared', '-fPIC', '-o', shim, SHIM, '-ldl']));
  after(() => rmSync(folder, { recursive: true }));

  function compile(name: string, { program }: Reproduction): string {
    if (program.kind === 'none') throw new Error(`no program for ${name}: ${program.why}`);
    const path = join(folder, name);
    writeFileSync(`${path}.c`, program.text);
    execFileSync('cc', ['-std=gnu11', '-Wall', '-Wextra', '-Werror', '-O1', '-o', path, `${path}.c`]);
    return path;
  }

  /** Runs the program with the subject in the place of the kernel. */
  async function run(program: string, subject: Subject): Promise<{ readonly status: number | null; readonly text: string }> {
    const socket = join(folder, 'socket');
    const server = await ShimServer.listen(subject, socket);
    const environment = { ...process.env, LD_PRELOAD: shim, FWCTL_SHIM: socket };
    const end = await new Promise<{ readonly status: number | null; readonly text: string }>((resolve) => {
      const child = execFile(program, { env: environment, timeout: 10_000 }, (_, stdout, stderr) => {
        resolve({ status: child.exitCode, text: stdout + stderr });
      });
    });
    await server.close();
    return end;
  }

  for (const [name, rule] of Object.entries(BROKEN)) {
    it(`of ${name} fails on it and holds on the reference, as a compiled program`, async () => {
      const reproduction = await reproductionOf(name, rule);
      const program = compile(name, reproduction);
      const broken = await run(program, await prepare(await openSubject({ kind: 'broken', name }), reproduction));
      expect(broken.status, broken.text).to.equal(1);
      expect(broken.text).to.contain('DOES NOT CONFORM');
      const good = await run(program, await prepare(await openSubject({ kind: 'reference' }), reproduction));
      expect(good.status, good.text).to.equal(0);
    });
  }

  it('accuses nobody who refuses otherwise than the reference where the rule leaves it open how', async () => {
    const name = 'mlx5-mkey-is-configuration';
    const reproduction = await reproductionOf(name, 'mlx5-scope1-table');
    const program = compile(name, reproduction);
    const broken = await openSubject({ kind: 'broken', name });
    expect(await run(program, await prepare(broken, reproduction))).to.include({ status: 1 });
    const reference = await openSubject({ kind: 'reference' });
    expect(await run(program, await prepare(reference, reproduction))).to.include({ status: 0 });
    const otherwise = await run(program, await prepare(refusingWith(reference, 'EPERM'), reproduction));
    expect(otherwise.status, otherwise.text).to.equal(2);
    expect(otherwise.text).to.contain('npx fwctl-conformance explain mlx5-scope1-table');
  });

  it('accuses whoever refuses otherwise than the rule says', async () => {
    const reproduction = await reproductionOf('accepts-24-byte-rpc', 'uapi-size-too-small');
    const program = compile('refuses-otherwise', reproduction);
    const subject = refusingWith(await openSubject({ kind: 'reference' }), 'EPERM');
    expect(await run(program, await prepare(subject, reproduction))).to.include({ status: 1 });
  });

  it('ends undecided where there is no such node', async () => {
    const program = compile('elsewhere', await reproductionOf('accepts-24-byte-rpc', 'uapi-size-too-small'));
    const subject = await openSubject({ kind: 'reference' });
    await subject.perform({ op: 'boot' });
    await subject.perform({ op: 'spawn', caller: 1, name: 'x', capabilities: [], userNamespace: 'initial' });
    expect(await run(program, subject)).to.include({ status: 2 });
  });

  it('leaves out what it does not need', async () => {
    const { found, scenario } = await reproductionOf('accepts-24-byte-rpc', 'uapi-size-too-small');
    expect(found?.isShrunk).to.equal(true);
    expect(found?.steps.map(({ operation }) => operation.op)).to.deep.equal(['boot', 'spawn', 'register', 'open', 'ioctl']);
    expect(scenario.verdict).to.equal('failed');
  });

  it('has the command for its rule alone, and a feature that is read', async () => {
    const { command, checkout, feature } = await reproductionOf('accepts-24-byte-rpc', 'uapi-size-too-small');
    expect(command).to.equal('npx fwctl-conformance run --rule uapi-size-too-small --broken accepts-24-byte-rpc --seed 1');
    expect(checkout).to.match(/^BROKEN=accepts-24-byte-rpc npx cucumber-js -p broken --tags @uapi-size-too-small --name '\^.*\$'$/);
    const { rules, problems } = readFeature('features/uapi/reproduce.feature', feature);
    expect(problems).to.deep.equal([]);
    expect(rules.map(({ id, level, scenarios }) => ({ id, level, scenarios: scenarios.length }))).to.deep.equal([
      { id: 'uapi-size-too-small', level: 'MUST', scenarios: 1 },
    ]);
  });

  it('has no program where nothing differs that a program is told', async () => {
    const { found, ...rest } = await reproductionOf('accepts-24-byte-rpc', 'uapi-size-too-small');
    const spawned = found?.steps.findIndex(({ operation }) => operation.op === 'spawn') ?? -1;
    const cut = found && { ...found, steps: found.steps.slice(0, spawned + 1), answers: found.answers.slice(0, spawned + 1) };
    expect(cut?.steps).to.have.length(spawned + 1).and.not.empty;
    const program = cut && writeProgram(cut, { rule: rest.rule, title: '', subject: '', scenario: '', expected: [] });
    expect(program).to.deep.equal({ kind: 'none', why: 'what differs is nothing that a program is told' });
  });

  it('says why there is no program where a node does not show it', async () => {
    const whyNone = async (name: string, rule: string) => {
      const { program } = await reproductionOf(name, rule);
      return program.kind === 'none' ? program.why : 'there is one';
    };
    expect(await whyNone('logs-every-info', 'discovery-info-no-side-effects')).to.contain('"observe-log" cannot be done, or seen');
    expect(await whyNone('one-response-slot', 'rpc-concurrent')).to.equal('two processes are needed');
    expect(await whyNone('room-for-256-files', 'lifetime-many-files')).to.contain('recorded as one line');
  });
});
