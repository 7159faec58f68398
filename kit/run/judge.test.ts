import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { FEW } from '../../reports/document/evidence-text.js';
import type { Report } from '../../reports/document/report.js';
import { EVIDENCE_MEDIA_TYPE } from '../evidence.js';

const BUILT = new URL('../../', import.meta.url).href;
const MODULES = fileURLToPath(new URL('../node_modules', BUILT));

const FEATURE = `Feature: A toy
  @must @toy-rule
  Rule: A toy obeys
    Example: It is told to
      Given it obeys
`;

/** Judges the toy in the current directory, twice in one process when asked to. */
const DRIVER = `
import { writeFileSync } from 'node:fs';
import { judge } from '${BUILT}kit/run/judge.js';
import { rememberFeatures } from '${BUILT}kit/run/run-features.js';
import { onInterruption } from '${BUILT}kit/cli/interruption.js';
import { EvidenceSpool } from '${BUILT}kit/run/evidence-spool.js';
import { exitStatus } from '${BUILT}reports/document/exit-status.js';

process.exitCode = 3;
const { rules = [], shard = null, times = 1, remember = false, longestBlock = 10_000, catalogue } = JSON.parse(process.argv[2]);
const features = { root: process.cwd(), features: 'features', steps: 'steps' };
const runFeatures = rememberFeatures();
const signal = onInterruption(() => process.exit(2));
let report;
try {
for (let time = 0; time < times; time += 1) {
  report = await judge(
    {
      subject: { kind: 'reference' },
      facts: { kind: 'reference', name: 'toy', version: '0', capabilities: [], honesty: [] },
      catalogue,
      seed: 1,
      selection: { rules, devices: [], shard, leftOut: [] },
      reproduce: 'none',
      features,
      longestBlock,
      ...(remember && { runFeatures }),
    },
    { messages: 'messages.ndjson', keepEvidence: new EvidenceSpool('.').keep, signal, onProgress: () => console.log('progress'), onCutShort: (cut) => writeFileSync('report.json', JSON.stringify(cut)) },
  );
}
} catch (error) {
  console.error(error.code, error.message);
  process.exit(3);
}
writeFileSync('report.json', JSON.stringify(report));
process.exit(exitStatus(report, { allowPartial: false }));
`;

const EVIDENCE = JSON.stringify({ expectations: [{ what: 'obedience', expected: 'yes', actual: 'yes', held: true }], used: [], calls: [] });
const OBEYS = `Given('it obeys', async function () { this.attach(${JSON.stringify(EVIDENCE)}, '${EVIDENCE_MEDIA_TYPE}'); });`;

const RULE = {
  id: 'toy-rule',
  family: 'toy',
  level: 'MUST',
  title: 'A toy obeys',
  statement: 'A toy obeys.',
  sources: [{ document: 'toy', where: 'toy' }],
  sentences: [],
  accepted: [],
  needs: [],
  scenarios: [{ name: 'It is told to', location: 'features/toy.feature:4' }],
  broken: [],
};

const TWO_SCENARIOS = `${FEATURE}    Example: It is told to wait\n      Given it waits\n`;
const SECOND_WAITS = `${OBEYS} Given('it waits', () => new Promise((done) => setTimeout(done, 4000)));`;

type Toy = {
  readonly feature?: string;
  readonly steps?: string;
  readonly request?: object;
  /** Puts a second copy of cucumber where the steps find it. */
  readonly secondCucumber?: boolean;
};

type Outcome = {
  readonly status: number | null;
  readonly report: Report | null;
  readonly messages: 'whole' | 'partial';
  readonly stderr: string;
};

async function judgeToy(toy: Toy, whileRunning: (child: ChildProcess) => void = () => {}): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-toy-'));
  try {
    write(folder, 'package.json', '{ "type": "module" }');
    write(folder, 'driver.js', DRIVER);
    write(folder, 'features/toy.feature', toy.feature ?? FEATURE);
    write(folder, 'steps/toy-steps.js', `import { Given, Before, BeforeAll } from '@cucumber/cucumber';\n${toy.steps ?? ''}`);
    if (toy.secondCucumber) {
      write(folder, 'node_modules/@cucumber/cucumber/package.json', '{ "main": "index.js" }');
      write(folder, 'node_modules/@cucumber/cucumber/index.js', 'exports.Given = exports.Before = exports.BeforeAll = () => {};');
    } else symlinkSync(MODULES, join(folder, 'node_modules'));
    const request = { catalogue: { name: 'toys', digest: '0', rules: [RULE] }, ...toy.request };
    const child = spawn(process.execPath, ['driver.js', JSON.stringify(request)], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk;
    });
    whileRunning(child);
    const limit = setTimeout(() => child.kill('SIGKILL'), 20_000);
    const [status]: (number | null)[] = await once(child, 'close');
    clearTimeout(limit);
    const file = join(folder, 'report.json');
    const report: Report | null = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
    return { status: status ?? null, report, stderr, messages: existsSync(join(folder, 'messages.ndjson')) ? 'whole' : 'partial' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** Each of these would be green, or not conformant, if cucumber's own status were believed. */
const UNDECIDED: { readonly [situation: string]: Toy } = {
  'nothing matches': { steps: OBEYS, request: { rules: ['toy-other'] } },
  'a shard is empty': { steps: OBEYS, request: { shard: '2/2' } },
  'a scenario has no steps': { feature: FEATURE.replace(/ +Given.*\n/, ''), steps: OBEYS },
  'a keyword is misspelt': { feature: FEATURE.replace('Example:', 'Exmaple:').replace('      Given', '      Gievn'), steps: OBEYS },
  'a feature does not parse': { feature: `${FEATURE}\n  Gievn a typing error\n`, steps: OBEYS },
  'a step is undefined': {},
  'a hook skips the scenario': { steps: `${OBEYS} Before(() => 'skipped');` },
  'a step skips its scenario for no reason': { steps: `Given('it obeys', () => 'skipped');` },
  'a step is pending': { steps: `Given('it obeys', () => 'pending');` },
  'BeforeAll fails': { steps: `${OBEYS} BeforeAll(() => { throw new Error('no subject'); });` },
  'the steps cannot be loaded': { steps: 'throw new Error("not today");' },
  'a rejection is unhandled': { steps: `Given('it obeys', async () => { Promise.reject(new Error('stray')); });` },
  'an error is thrown after the step': { steps: `Given('it obeys', () => { setImmediate(() => { throw new Error('stray'); }); });` },
  'a step blocks the thread': { steps: `Given('it obeys', () => { for (;;); });`, request: { longestBlock: 300 } },
  'a step never lets go of the microtasks': {
    steps: `Given('it obeys', async () => { for (;;) await null; });`,
    request: { longestBlock: 300 },
  },
  'a step ends the process': { steps: `Given('it obeys', () => process.exit(0));` },
};

describe('judge', () => {
  it('finds a toy conformant that obeys', async () => {
    const { status, report, messages } = await judgeToy({ steps: OBEYS });
    expect({ status, messages, result: report?.result, problems: report?.problems }).to.deep.equal({
      status: 0,
      messages: 'whole',
      result: 'conformant',
      problems: [],
    });
  });

  it('runs each of more scenarios than it holds in memory, with its own steps, in their order', async () => {
    const count = FEW + 100;
    const rows = Array.from({ length: count }, (_, index) => `        | ${index} |\n`);
    const feature = `${FEATURE.replace('it obeys', 'it obeys for the <n>th time')}\n      Examples:\n        | n |\n${rows.join('')}`;
    const evidence = EVIDENCE.replace('"actual":"yes"', '"actual":"%"');
    const steps = `Given('it obeys for the {int}th time', function (n) { this.attach(${JSON.stringify(evidence)}.replace('%', n), '${EVIDENCE_MEDIA_TYPE}'); });`;
    for (const shard of [null, '2/2']) {
      const { report } = await judgeToy({ feature, steps, request: { shard } });
      const [part, parts] = shard === null ? [0, 1] : [1, 2];
      const told = report?.rules[0]?.scenarios.map((scenario) => Object(scenario.evidence).expectations[0].actual);
      expect(told).to.deep.equal(Array.from({ length: count / parts }, (_, index) => `${index * parts + part}`));
    }
  });

  it('loads the steps once for several runs', async () => {
    const { status, report } = await judgeToy({ steps: OBEYS, request: { times: 3 } });
    expect({ status, result: report?.result }).to.deep.equal({ status: 0, result: 'conformant' });
  });

  const mixed: Toy = {
    feature: `${FEATURE}    Example: It is told to fail\n      Given it fails\n    Example: It is told nonsense\n      Given nonsense\n`,
    steps: `import { AssertionError } from 'node:assert'; ${OBEYS} Given('it fails', () => { throw new AssertionError({ message: 'no' }); });`,
  };
  for (const [kind, toy] of Object.entries({ 'a toy that obeys': { steps: OBEYS }, 'a toy of many ends': mixed })) {
    it(`finds the same of ${kind} when the scenarios are remembered`, async () => {
      const once = await judgeToy(toy);
      const again = await judgeToy({ ...toy, request: { times: 3, remember: true } });
      expect(again.status).to.equal(once.status);
      expect({ ...again.report, time: null }).to.deep.equal({ ...once.report, time: null });
    });
  }

  it('says so when an error is stray, also when the scenarios are remembered', async () => {
    const steps = `Given('it obeys', async () => { Promise.reject(new Error('stray')); });`;
    const { status } = await judgeToy({ steps, request: { times: 2, remember: true } });
    expect(status).to.equal(2);
  });

  for (const [situation, toy] of Object.entries(UNDECIDED)) {
    it(`decides nothing when ${situation}`, async () => {
      const { status, report } = await judgeToy(toy);
      expect(status).to.equal(2);
      expect(report?.result).to.equal('inconclusive');
    });
  }

  it('says so in the report when a step ends the process', async () => {
    const { report, messages } = await judgeToy({ steps: `Given('it obeys', () => process.exit(0));` });
    expect({ messages, endedBy: report?.footer.endedBy }).to.deep.equal({ messages: 'partial', endedBy: 'aborted' });
    expect(report?.problems.join()).to.contain('ended in the middle of the run');
  });

  it('says where a step blocked the thread', async () => {
    const { report } = await judgeToy({ steps: `Given('it obeys', function stubborn() { for (;;); });`, request: { longestBlock: 300 } });
    expect(report?.footer.endedBy).to.equal('aborted');
    expect(report?.problems.join()).to.match(/stubborn .*toy-steps\.js:2/);
  });

  it('ends although a step left an interval running', async () => {
    const { status } = await judgeToy({ steps: `${OBEYS} setInterval(() => {}, 1000);` });
    expect(status).to.equal(0);
  });

  it('refuses steps that would register with a second copy of cucumber', async () => {
    const { status, report, stderr } = await judgeToy({ steps: OBEYS, secondCucumber: true });
    expect({ status, report }).to.deep.equal({ status: 3, report: null });
    expect(stderr).to.contain('kit/two-cucumbers');
  });

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    it(`says that it is incomplete after ${signal}`, async () => {
      const { status, report, messages } = await judgeToy({ feature: TWO_SCENARIOS, steps: SECOND_WAITS }, (child) => {
        child.stdout?.once('data', () => child.kill(signal));
      });
      expect({ status, messages, endedBy: report?.footer.endedBy, complete: report?.footer.complete }).to.deep.equal({
        status: 2,
        messages: 'partial',
        endedBy: 'interrupted',
        complete: false,
      });
    });
  }
});
