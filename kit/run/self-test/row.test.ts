import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Verdict } from '../../../reports/document/report.js';
import type { Level } from '../../catalogue/catalogue.js';
import type { Judged } from './question.js';
import { type Candidate, rowOf } from './row.js';

const BROKEN: Candidate = { name: 'forgets-rawio', kind: 'broken', rules: ['a-rule'] };
const ODD: Candidate = { name: 'talks-backwards', kind: 'odd', rules: [] };
const UNFIT: Candidate = { name: 'talks-of-everything', kind: 'unfit', rules: ['a-rule', 'b-rule'] };
const SCENARIOS = 7;

type Verdicts = { readonly [rule: string]: Verdict };

function judgedOf(verdicts: Verdicts, { level = 'MUST', complete = true }: { level?: Level; complete?: boolean } = {}): Judged {
  return {
    rules: Object.entries(verdicts).map(([id, verdict]) => ({ id, level, verdict, scenarios: [verdict] })),
    problems: complete ? [] : ['it ended early'],
    called: [],
  };
}

function row(candidate: Candidate, judged: Judged) {
  return rowOf(candidate, judged, SCENARIOS);
}

describe('rowOf', () => {
  it('is content when exactly the named rule fails', () => {
    const found = row(BROKEN, judgedOf({ 'a-rule': 'failed', 'b-rule': 'passed' }));
    expect(found).to.deep.equal({ ...BROKEN, failed: ['a-rule'], scenarios: SCENARIOS, ok: true });
  });

  it('is content when a SHOULD rule warns', () => {
    expect(row(BROKEN, judgedOf({ 'a-rule': 'warned', 'b-rule': 'passed' }, { level: 'SHOULD' })).ok).to.equal(true);
  });

  const wrong: { readonly [situation: string]: Judged } = {
    'nothing fails': judgedOf({ 'a-rule': 'passed' }),
    'another rule fails': judgedOf({ 'a-rule': 'passed', 'b-rule': 'failed' }),
    'another rule fails too': judgedOf({ 'a-rule': 'failed', 'b-rule': 'failed' }),
    'another rule is broken too': judgedOf({ 'a-rule': 'failed', 'b-rule': 'broken' }),
    'a MUST rule only warns': judgedOf({ 'a-rule': 'warned' }),
    'the named rule is broken': judgedOf({ 'a-rule': 'broken' }),
    'the named rule is not in the set': judgedOf({ 'b-rule': 'failed' }),
    'the run is not complete': judgedOf({ 'a-rule': 'failed' }, { complete: false }),
  };
  for (const [situation, judged] of Object.entries(wrong)) {
    it(`is not content when ${situation}`, () => {
      const { ok, problem } = row(BROKEN, judged);
      expect({ ok, explained: problem !== undefined }).to.deep.equal({ ok: false, explained: true });
    });
  }

  it('wants something unfit to fail every rule that it names, and no other', () => {
    const both = { 'a-rule': 'failed', 'b-rule': 'failed', 'c-rule': 'passed' } as const;
    expect(row(UNFIT, judgedOf(both))).to.deep.include({ ok: true, failed: ['a-rule', 'b-rule'] });
    expect(row(UNFIT, judgedOf({ ...both, 'b-rule': 'passed' })).problem).to.contain('b-rule, which is passed');
    expect(row(UNFIT, judgedOf({ ...both, 'c-rule': 'failed' })).problem).to.equal('fails more than the rules it names');
    expect(row({ ...UNFIT, rules: [] }, judgedOf(both)).problem).to.equal('names no rule');
  });

  it('wants an oddity to conform', () => {
    expect(row(ODD, judgedOf({ 'a-rule': 'passed' })).ok).to.equal(true);
    expect(row(ODD, judgedOf({ 'a-rule': 'failed' })).ok).to.equal(false);
    expect(row(ODD, judgedOf({ 'a-rule': 'passed', 'b-rule': 'not-testable' })).problem).to.equal('must conform, but is partial');
    expect(row(ODD, judgedOf({ 'a-rule': 'passed' }, { complete: false })).ok).to.equal(false);
  });
});
