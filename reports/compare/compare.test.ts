import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { RunFacts } from '../document/conclude.js';
import { Judgement, type RunEnd } from '../document/judgement.js';
import { factsOf, HELD, ruleOf, streamOf, type ToyScenario, UNMET } from '../document/message-stream.testing.js';
import type { WrittenReport } from '../document/report.js';
import { applyWaivers } from '../document/waivers.js';
import type { Attribution } from './attribution.js';
import { becameWorse, compare, type RuleChange } from './compare.js';

const GOOD: ToyScenario = {
  rule: 'taint-full',
  steps: [{ status: 'PASSED' }],
  evidence: { expectations: [HELD], used: ['observe-taint'] },
};
const BAD: ToyScenario = {
  ...GOOD,
  steps: [{ status: 'FAILED', type: 'AssertionError' }],
  evidence: { expectations: [UNMET], used: ['observe-taint'] },
};
const OPEN: ToyScenario = { ...GOOD, steps: [{ status: 'SKIPPED' }], evidence: { missing: 'observe-log' } };
const GONE: ToyScenario = { ...GOOD, steps: [{ status: 'SKIPPED' }], evidence: { missing: 'device-mlx5' } };
const BROKEN: ToyScenario = { ...GOOD, steps: [{ status: 'FAILED', type: 'TypeError' }] };

const FACTS = factsOf([ruleOf('taint-full')]);
const { catalogue, subject, selection } = FACTS;

type Run = { readonly scenarios?: readonly ToyScenario[]; readonly facts?: Partial<RunFacts>; readonly end?: RunEnd };
const FINISHED: RunEnd = { endedBy: 'finished', problems: [] };

/** The report of one rule, `taint-full`, unless told otherwise. */
function reportOf({ scenarios = [GOOD], facts = {}, end = FINISHED }: Run, expires: string | null = null): WrittenReport {
  const judgement = new Judgement({ ...FACTS, ...facts }, { clock: () => new Date('2026-11-21T12:00:00Z') });
  for (const message of streamOf(scenarios)) judgement.accept(message);
  const report = judgement.conclude(end);
  const fails = [{ scenario: 'scenario 0', lookedAt: UNMET.what, actual: UNMET.actual }];
  const waiver = { rule: 'taint-full', fails, reason: 'it is known', link: 'https://example.org', owner: 'a@example.org' };
  return JSON.parse(JSON.stringify(expires === null ? report : applyWaivers(report, [{ ...waiver, expires }])));
}

function changeBetween(a: WrittenReport, b: WrittenReport): RuleChange {
  const [change, ...others] = compare(a, b).changes;
  if (change === undefined || others.length > 0) throw new Error(`there are ${others.length} other changes`);
  return change;
}

describe('compare', () => {
  it('finds nothing where nothing changed', () => {
    const comparison = compare(reportOf({}), reportOf({}));
    expect(comparison).to.deep.include({ changes: [], differences: [], added: [], gone: [], unchanged: 1 });
    expect(becameWorse(comparison)).to.equal(false);
  });

  const directions: { readonly [what: string]: readonly [ToyScenario, ToyScenario, RuleChange['direction']] } = {
    'a rule that fails now': [GOOD, BAD, 'worse'],
    'a rule that passes now': [BAD, GOOD, 'better'],
    'a rule that cannot be tested now': [GOOD, OPEN, 'worse'],
    'a rule that breaks now': [GOOD, BROKEN, 'worse'],
    'a rule that can be tested now, and fails': [OPEN, BAD, 'worse'],
    'a failure that cannot be tested any more': [BAD, OPEN, 'neither'],
    'a failure whose device is gone': [BAD, GONE, 'neither'],
    'a pass whose device is gone': [GOOD, GONE, 'worse'],
  };
  for (const [what, [before, after, direction]] of Object.entries(directions)) {
    it(`takes ${what} for ${direction}`, () => {
      const comparison = compare(reportOf({ scenarios: [before] }), reportOf({ scenarios: [after] }));
      expect(comparison.changes.map((change) => change.direction)).to.deep.equal([direction]);
      expect(becameWorse(comparison)).to.equal(direction === 'worse');
    });
  }

  it('tells which rules are new, and which are gone', () => {
    const a = reportOf({});
    const b = reportOf({ scenarios: [], facts: { catalogue: { ...catalogue, digest: 'd2', rules: [ruleOf('rpc-a')] } } });
    const { added, gone, hasSameDigestOfOtherRules } = compare(a, b);
    expect([added.map(({ id }) => id), gone.map(({ id }) => id), hasSameDigestOfOtherRules]).to.deep.equal([
      ['rpc-a'],
      ['taint-full'],
      false,
    ]);
    const forged: WrittenReport = { ...b, ruleSet: a.ruleSet };
    expect(compare(a, forged).hasSameDigestOfOtherRules).to.equal(true);
  });

  it('takes a result that became worse for worse, whatever the rules say', () => {
    const comparison = compare(reportOf({}), reportOf({ end: { ...FINISHED, problems: ['an error that nobody waited for'] } }));
    expect(comparison.changes).to.deep.equal([]);
    expect(becameWorse(comparison)).to.equal(true);
  });

  it('names the scenarios of what became worse', () => {
    const { scenarios } = changeBetween(reportOf({}), reportOf({ scenarios: [BAD] }));
    expect(scenarios).to.deep.equal([
      { name: 'scenario 0', location: 'features/a.feature:1', verdict: 'failed', reason: 'AssertionError' },
    ]);
  });
});

describe('the cause of a change', () => {
  const rows: { readonly [what: string]: readonly [Run, Run, Attribution] } = {
    'nothing that a report records': [{}, { scenarios: [BAD] }, { kind: 'unknown' }],
    'another version of the subject': [
      {},
      { scenarios: [BAD], facts: { subject: { ...subject, version: '2' } } },
      { kind: 'only', cause: 'implementation' },
    ],
    'another version of a kernel': [
      { facts: { subject: { ...subject, kind: 'linux', version: '7.2.12' } } },
      { scenarios: [BAD], facts: { subject: { ...subject, kind: 'linux', version: '7.2.13' } } },
      { kind: 'only', cause: 'environment' },
    ],
    'other rules': [{}, { scenarios: [BAD], facts: { catalogue: { ...catalogue, digest: 'd2' } } }, { kind: 'only', cause: 'rules' }],
    'another seed': [{}, { scenarios: [BAD], facts: { seed: 2 } }, { kind: 'only', cause: 'seed' }],
    'several things': [
      {},
      { scenarios: [BAD], facts: { seed: 2, subject: { ...subject, version: '2' } } },
      { kind: 'one-of', causes: ['implementation', 'seed'] },
    ],
    'a capability that it uses': [
      { facts: { subject: { ...subject, capabilities: ['observe-taint'] } } },
      { scenarios: [BAD] },
      { kind: 'only', cause: 'declaration' },
    ],
    'a capability that it does not use': [
      { facts: { subject: { ...subject, capabilities: ['reset'] } } },
      { scenarios: [BAD] },
      { kind: 'unknown' },
    ],
    'a capability that it lacks': [
      { facts: { seed: 2, subject: { ...subject, capabilities: ['observe-log'] } } },
      { scenarios: [OPEN] },
      { kind: 'certain', cause: 'declaration', why: 'observe-log is declared in A only' },
    ],
    'a device that was not selected': [
      { facts: { subject: { ...subject, capabilities: ['device-mlx5'] } } },
      { scenarios: [GONE], facts: { selection: { ...selection, devices: ['cxl'] } } },
      { kind: 'certain', cause: 'selection', why: 'device-mlx5 is selected in A only' },
    ],
    'a shard without it': [
      {},
      { scenarios: [], facts: { selection: { ...selection, shard: '2/3' } } },
      { kind: 'certain', cause: 'selection', why: 'not, or not wholly, selected in B' },
    ],
    'a run that was cut short': [
      {},
      { scenarios: [{ ...GOOD, finishes: false }], end: { endedBy: 'interrupted', problems: [] } },
      { kind: 'certain', cause: 'run', why: 'the run of B was interrupted' },
    ],
    'another level': [
      { scenarios: [BAD] },
      { scenarios: [BAD], facts: { catalogue: { ...catalogue, digest: 'd2', rules: [ruleOf('taint-full', { level: 'SHOULD' })] } } },
      { kind: 'certain', cause: 'rules', why: 'a MUST in A, a SHOULD in B' },
    ],
    'a scenario that was not there': [
      {},
      {
        scenarios: [GOOD, BAD],
        facts: {
          catalogue: {
            ...catalogue,
            digest: 'd2',
            rules: [{ ...ruleOf('taint-full'), scenarios: [GOOD, BAD].map(() => ({ name: '', location: '' })) }],
          },
        },
      },
      { kind: 'certain', cause: 'rules', why: 'the scenario that fails is in B only: scenario 1' },
    ],
  };
  for (const [what, [a, b, attribution]] of Object.entries(rows)) {
    it(`is seen: ${what}`, () => {
      expect(changeBetween(reportOf(a), reportOf(b)).attribution).to.deep.equal(attribution);
    });
  }

  it('is a waiver that only one run had, or that is over', () => {
    const bad = reportOf({ scenarios: [BAD] });
    const waived = reportOf({ scenarios: [BAD] }, '2027-01-01');
    const expired = reportOf({ scenarios: [BAD] }, '2026-01-01');
    expect(changeBetween(bad, waived).attribution).to.deep.equal({ kind: 'certain', cause: 'waivers', why: 'waived in B only' });
    expect(changeBetween(waived, expired).attribution).to.deep.equal({ kind: 'certain', cause: 'waivers', why: 'its waiver is over in B' });
    expect(changeBetween(waived, reportOf({})).attribution).to.deep.equal({ kind: 'unknown' });
  });
});
