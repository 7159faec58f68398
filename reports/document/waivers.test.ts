import { describe, it } from 'node:test';
import { expect } from 'chai';
import { Judgement } from './judgement.js';
import { factsOf, HELD, ruleOf, streamOf, type ToyScenario, UNMET } from './message-stream.testing.js';
import type { Report } from './report.js';
import { applyWaivers, type Waiver } from './waivers.js';

const GOOD: ToyScenario = { rule: 'taint-full', steps: [{ status: 'PASSED' }], evidence: { expectations: [HELD] } };
const BAD: ToyScenario = { ...GOOD, steps: [{ status: 'FAILED', type: 'AssertionError' }], evidence: { expectations: [UNMET] } };
const BROKEN: ToyScenario = { ...GOOD, steps: [{ status: 'FAILED', type: 'TypeError' }] };

const WAIVER: Waiver = {
  rule: 'taint-full',
  fails: [{ scenario: 'scenario 0', lookedAt: UNMET.what, actual: UNMET.actual }],
  reason: 'the board has no taint',
  link: 'https://lore.kernel.org/r/1',
  owner: 'vendor@example.com',
  expires: '2027-02-28',
};

function judged(scenario: ToyScenario, waiver: Partial<Waiver> = {}): Report {
  const judgement = new Judgement(factsOf([ruleOf('taint-full')]), { clock: () => new Date('2026-11-21T12:00:00Z') });
  for (const message of streamOf([scenario])) judgement.accept(message);
  const report = judgement.conclude({ endedBy: 'finished', problems: [] });
  const [found] = report.rules[0]?.scenarios ?? [];
  const fails = WAIVER.fails.map((failure) => ({ ...failure, scenario: found?.name ?? '' }));
  return applyWaivers(report, [{ ...WAIVER, fails, ...waiver }]);
}

function told({ result, rules, waivers, counts }: Report) {
  return { result, verdict: rules[0]?.verdict, state: waivers[0]?.state, waived: counts.waived };
}

describe('applyWaivers', () => {
  it('marks a failure as known that fails as the waiver says', () => {
    const report = judged(BAD);
    expect(told(report)).to.deep.equal({ result: 'conformant-with-waivers', verdict: 'known-failure', state: 'applied', waived: 1 });
    expect(report.rules[0]?.reason).to.equal(WAIVER.reason);
    expect(report.rules[0]?.scenarios[0]?.verdict).to.equal('failed');
  });

  it('counts on its last day, and not on the next', () => {
    expect(told(judged(BAD, { expires: '2026-11-21' })).state).to.equal('applied');
    expect(told(judged(BAD, { expires: '2026-11-20' }))).to.deep.equal({
      result: 'non-conformant',
      verdict: 'failed',
      state: 'expired',
      waived: 0,
    });
  });

  it('fails the run when the rule does not fail any more', () => {
    expect(told(judged(GOOD))).to.deep.equal({ result: 'non-conformant', verdict: 'passed', state: 'stale', waived: 0 });
  });

  for (const [what, fails] of Object.entries({
    'another scenario': [{ scenario: 'another', lookedAt: UNMET.what, actual: UNMET.actual }],
    'another thing looked at': [{ scenario: 'a scenario', lookedAt: 'the taint', actual: UNMET.actual }],
    'another outcome': [{ scenario: 'a scenario', lookedAt: UNMET.what, actual: 'EIO' }],
  })) {
    it(`does not cover ${what}`, () => {
      expect(told(judged(BAD, { fails }))).to.deep.equal({
        result: 'non-conformant',
        verdict: 'failed',
        state: 'fails differently',
        waived: 0,
      });
    });
  }

  it('cannot cover what broke', () => {
    expect(told(judged(BROKEN))).to.deep.equal({ result: 'inconclusive', verdict: 'broken', state: 'not in play', waived: 0 });
  });
});
