import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { writeJson } from '../formats/json.js';
import { FEW } from './evidence-text.js';
import { exitStatus } from './exit-status.js';
import { Judgement, type RunEnd } from './judgement.js';
import { factsOf, HELD, ruleOf, streamOf, type ToyScenario, UNMET } from './message-stream.testing.js';
import type { Report, RunResult, Verdict } from './report.js';

const PASSED = { status: 'PASSED' } as const;
const FINISHED: RunEnd = { endedBy: 'finished', problems: [] };
const GOOD: ToyScenario = { rule: 'taint-full', steps: [PASSED], evidence: { expectations: [HELD] } };

function judged(scenarios: readonly ToyScenario[], facts = factsOf([ruleOf('taint-full')]), end = FINISHED, ends = true): Report {
  const judgement = new Judgement(facts, { clock: () => new Date(0) });
  for (const message of streamOf(scenarios, ends)) judgement.accept(message);
  return judgement.conclude(end);
}

describe('the verdict on a scenario', () => {
  const rows: { readonly [situation: string]: readonly [Verdict, Partial<ToyScenario>] } = {
    'all held': ['passed', {}],
    'an expectation that did not hold': [
      'failed',
      { steps: [PASSED, { status: 'FAILED', type: 'AssertionError' }], evidence: { expectations: [UNMET] } },
    ],
    'an error of the kit': ['broken', { steps: [{ status: 'FAILED', type: 'TypeError' }] }],
    'a failure without a reason': ['broken', { steps: [{ status: 'FAILED' }] }],
    'an undefined step': ['broken', { steps: [PASSED, { status: 'UNDEFINED' }] }],
    'an ambiguous step': ['broken', { steps: [{ status: 'AMBIGUOUS' }] }],
    'a pending step': ['broken', { steps: [{ status: 'PENDING' }] }],
    'a step of unknown status': ['broken', { steps: [{ status: 'UNKNOWN' }] }],
    'no steps': ['broken', { steps: [] }],
    'nothing looked at': ['broken', { evidence: { expectations: [] } }],
    'an unmet expectation that failed nothing': ['broken', { evidence: { expectations: [HELD, UNMET] } }],
    'a skip for no reason': ['broken', { steps: [{ status: 'SKIPPED' }] }],
    'a missing capability': ['not-testable', { steps: [{ status: 'SKIPPED' }], evidence: { missing: 'observe-taint' } }],
    'a missing device': ['not-applicable', { steps: [{ status: 'SKIPPED' }], evidence: { missing: 'device-mlx5' } }],
    'no end': ['broken', { finishes: false }],
  };
  for (const [situation, [verdict, changes]] of Object.entries(rows)) {
    it(`with ${situation} is ${verdict}`, () => {
      const [rule] = judged([{ ...GOOD, ...changes }]).rules;
      expect(rule?.scenarios.map((scenario) => scenario.verdict)).to.deep.equal([verdict]);
      expect(rule?.verdict).to.equal(verdict);
    });
  }

  it('names its own step also where there are more than are held in memory', () => {
    const failing: ToyScenario = { ...GOOD, steps: [PASSED, { status: 'FAILED', type: 'AssertionError' }] };
    const stream = streamOf([...Array.from({ length: FEW + 1 }, () => GOOD), failing]);
    const judgement = new Judgement(factsOf([ruleOf('taint-full')]));
    // As in a run, all scenarios are read before the first begins.
    for (const message of stream.filter(({ pickle }) => pickle)) judgement.accept(message);
    for (const message of stream.filter(({ pickle }) => !pickle)) judgement.accept(message);
    const [rule] = judgement.conclude(FINISHED).rules;
    expect(rule?.scenarios.at(-1)?.step).to.equal(`step scenario-${FEW + 1}-1`);
  });

  it('without evidence is broken', () => {
    const { evidence: _, ...without } = GOOD;
    expect(judged([without]).rules[0]?.verdict).to.equal('broken');
  });
});

describe('the verdict on a rule', () => {
  it('that came with a later release of Linux is none, and does not keep the run from being decided', () => {
    const rules = [ruleOf('taint-full'), ruleOf('bnxt-new', { since: '7.3' }), ruleOf('bnxt-old', { until: '7.3' })];
    const on = (version: string) => {
      const subject = { kind: 'linux', name: 'Linux', version, capabilities: [], honesty: [] } as const;
      return judged([GOOD, { ...GOOD, rule: 'bnxt-old' }, { ...GOOD, rule: 'bnxt-new' }], factsOf(rules, { subject }));
    };
    const verdicts = (version: string) => on(version).rules.map(({ verdict }) => verdict);
    expect(verdicts('7.2.13')).to.deep.equal(['passed', 'not-applicable', 'passed']);
    expect(verdicts('7.3.4')).to.deep.equal(['passed', 'passed', 'not-applicable']);
    expect(on('7.3.4').rules[2]).to.deep.include({ until: '7.3', reason: 'the rule went with Linux 7.3, and this is 7.3.4' });
  });

  const ofCxl = (...capabilities: string[]) =>
    factsOf([ruleOf('taint-full', { needs: ['device-cxl', 'caller-capabilities'] })], {
      subject: { kind: 'adapter', name: 'a subject', version: '1', capabilities, honesty: [] },
    });
  const withoutRights: ToyScenario = { ...GOOD, steps: [{ status: 'SKIPPED' }], evidence: { missing: 'caller-capabilities' } };

  it('is not applicable when the device is not there, whatever else is missing before it', () => {
    const [rule] = judged([withoutRights], ofCxl('device-plain')).rules;
    const reason = 'the subject has no cxl device';
    expect(rule).to.deep.include({ verdict: 'not-applicable', reason });
    expect(rule?.scenarios[0]).to.deep.include({ verdict: 'not-applicable', reason });
    expect(judged([withoutRights], ofCxl('device-cxl')).rules[0]?.verdict).to.equal('not-testable');
  });

  it('is not applicable when the kernel has no such part as the rule speaks of', () => {
    const facts = (...capabilities: string[]) =>
      factsOf([ruleOf('taint-full', { needs: ['device-plain', 'block-list'] })], {
        subject: { kind: 'adapter', name: 'a subject', version: '1', capabilities, honesty: [] },
      });
    const [rule] = judged([{ ...withoutRights, evidence: { missing: 'block-list' } }], facts('device-plain')).rules;
    expect(rule).to.deep.include({ verdict: 'not-applicable', reason: 'the subject has no list of what the kernel blocks' });
    expect(judged([GOOD], facts('device-plain', 'block-list')).rules[0]?.verdict).to.equal('passed');
  });

  it('is not applicable when all that could be looked at is how it is without the device', () => {
    expect(judged([GOOD], ofCxl('caller-capabilities')).rules[0]?.verdict).to.equal('not-applicable');
    expect(judged([GOOD], ofCxl('device-cxl')).rules[0]?.verdict).to.equal('passed');
  });

  it('still counts against a subject without the device what is wrong', () => {
    const bad: ToyScenario = { ...GOOD, steps: [{ status: 'FAILED', type: 'AssertionError' }], evidence: { expectations: [UNMET] } };
    expect(judged([bad], ofCxl('caller-capabilities')).rules[0]?.verdict).to.equal('failed');
  });

  it('is followed by a problem when no device is declared at all', () => {
    const problem = 'no device-... is declared, so nothing can be judged';
    expect(judged([withoutRights], ofCxl())).to.deep.include({ result: 'inconclusive', problems: [problem] });
    expect(judged([withoutRights], ofCxl('device-plain')).problems).to.deep.equal([]);
  });

  it('is a warning when a SHOULD does not hold', () => {
    const facts = factsOf([ruleOf('taint-full', { level: 'SHOULD' })]);
    const bad: ToyScenario = { ...GOOD, steps: [{ status: 'FAILED', type: 'AssertionError' }], evidence: { expectations: [UNMET] } };
    expect(judged([bad], facts))
      .to.deep.include({ result: 'conformant' })
      .and.nested.include({ 'rules[0].verdict': 'warned' });
  });

  for (const [level, verdict, result] of [
    ['MUST', 'failed', 'non-conformant'],
    ['SHOULD', 'broken', 'inconclusive'],
  ] as const) {
    it(`is ${verdict} when a ${level} does not hold and another scenario broke`, () => {
      const scenarios = [1, 2].map((line) => ({ name: 'one', location: `features/a.feature:${line}` }));
      const bad: ToyScenario = { ...GOOD, steps: [{ status: 'FAILED', type: 'AssertionError' }], evidence: { expectations: [UNMET] } };
      const broke: ToyScenario = { ...GOOD, steps: [{ status: 'FAILED', type: 'TypeError' }] };
      expect(judged([bad, broke], factsOf([ruleOf('taint-full', { level, scenarios })])))
        .to.deep.include({ result })
        .and.nested.include({ 'rules[0].verdict': verdict });
    });
  }

  it('is broken when not all of its scenarios ran', () => {
    const scenarios = [1, 2].map((line) => ({ name: 'one', location: `features/a.feature:${line}` }));
    const facts = factsOf([ruleOf('taint-full', { scenarios }), ruleOf('rpc-a'), ruleOf('rpc-b', { scenarios })]);
    expect(judged([GOOD], facts).rules.map(({ verdict, reason }) => [verdict, reason])).to.deep.equal([
      ['broken', '1 of its 2 scenarios ran'],
      ['broken', 'no scenario ran'],
      ['broken', 'no scenario ran'],
    ]);
  });

  it('is not testable when the rule was not selected', () => {
    const facts = factsOf([ruleOf('taint-full'), ruleOf('rpc-concurrent')], {
      selection: { rules: ['taint-full'], devices: [], shard: null, leftOut: [] },
    });
    const report = judged([GOOD], facts);
    expect(report.rules.map(({ verdict }) => verdict)).to.deep.equal(['passed', 'not-testable']);
    expect(report.result).to.equal('partial');
  });

  it('is not testable when the rule was left out on a real device, and says how to have it judged', () => {
    const sparing = ruleOf('driver-writes', { destructive: 'It sends what changes the device.' });
    const facts = factsOf([ruleOf('taint-full'), sparing], {
      selection: { rules: [], devices: [], shard: null, leftOut: ['driver-writes'] },
    });
    const report = judged([GOOD], facts);
    expect(report.rules[1]).to.deep.include({
      verdict: 'not-testable',
      reason: 'left out on a real device, unless --destructive driver-writes asks for it. It sends what changes the device.',
    });
    expect(report.result).to.equal('partial');
  });

  it('is not testable when the rule is in another shard', () => {
    const facts = factsOf([ruleOf('taint-full'), ruleOf('rpc-concurrent')], {
      selection: { rules: [], devices: [], shard: '1/2', leftOut: [] },
    });
    expect(judged([GOOD], facts).rules[1]?.reason).to.contain('1/2');
  });
});

describe('the result of a run', () => {
  const cases: { readonly [situation: string]: readonly [RunResult, 0 | 1 | 2, () => Report] } = {
    'in which all passed': ['conformant', 0, () => judged([GOOD])],
    'in which nothing ran': ['inconclusive', 2, () => judged([])],
    'without rules': ['inconclusive', 2, () => judged([], factsOf([]))],
    'that was interrupted': ['inconclusive', 2, () => judged([GOOD], undefined, { endedBy: 'interrupted', problems: [] })],
    'whose last message is missing': ['inconclusive', 2, () => judged([GOOD], undefined, FINISHED, false)],
    'with a problem': ['inconclusive', 2, () => judged([GOOD], undefined, { endedBy: 'finished', problems: ['two copies of cucumber'] })],
    'with a scenario of no rule': ['inconclusive', 2, () => judged([GOOD, { ...GOOD, rule: 'no-such-rule' }])],
    'with a violation': [
      'non-conformant',
      1,
      () => judged([{ ...GOOD, steps: [{ status: 'FAILED', type: 'AssertionError' }], evidence: { expectations: [UNMET] } }]),
    ],
  };
  for (const [situation, [result, status, make]] of Object.entries(cases)) {
    it(`${situation} is ${result}`, () => {
      const report = make();
      expect(report.result).to.equal(result);
      expect(exitStatus(report, { allowPartial: false })).to.equal(status);
    });
  }

  it('does not say that an incomplete run is complete', () => {
    expect(judged([GOOD], undefined, FINISHED, false).footer).to.deep.include({ complete: false, endedBy: 'aborted' });
  });
});

describe('the report', () => {
  const schema: object = JSON.parse(readFileSync(new URL('../../../reports/schema/report-1.json', import.meta.url), 'utf8'));
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

  it('is what its schema says', () => {
    validate(JSON.parse([...writeJson(judged([GOOD, { ...GOOD, steps: [{ status: 'FAILED', type: 'TypeError' }] }]))].join('')));
    expect(validate.errors).to.equal(null);
  });

  it('is not what its schema says when something is missing', () => {
    const { footer: _, ...cutShort } = judged([GOOD]);
    expect(validate(JSON.parse(JSON.stringify(cutShort)))).to.equal(false);
    expect(validate.errors?.map(({ message }) => message)).to.deep.equal(["must have required property 'footer'"]);
  });

  it('took no time when the clock was set back', () => {
    const times = [1000, 0];
    const judgement = new Judgement(factsOf([ruleOf('taint-full')]), { clock: () => new Date(times.shift() ?? 0) });
    for (const message of streamOf([GOOD])) judgement.accept(message);
    expect(judgement.conclude(FINISHED).time).to.deep.equal({ started: '1970-01-01T00:00:01.000Z', milliseconds: 0 });
  });

  it('counts the machines that scenarios were run on, where there are any', () => {
    const onMachine = (boots: number): ToyScenario => ({
      ...GOOD,
      evidence: { expectations: [HELD], boots, complaint: ['WARNING: a line'] },
    });
    const report = judged([onMachine(1), onMachine(0), onMachine(2)]);
    expect(report.subject.boots).to.equal(3);
    validate(JSON.parse([...writeJson(report)].join('')));
    expect(validate.errors).to.equal(null);
    expect(judged([GOOD]).subject).not.to.have.property('boots');
  });

  it('shows nothing of the ids in the message stream', () => {
    expect(JSON.stringify(judged([GOOD]))).to.not.match(/case-0|started-0/);
  });
});
