import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Report, Verdict } from '../../../reports/document/report.js';
import type { Level } from '../../catalogue/catalogue.js';
import { type Candidate, rowOf } from './row.js';

const BROKEN: Candidate = { name: 'forgets-rawio', kind: 'broken', rules: ['a-rule'] };
const ODD: Candidate = { name: 'talks-backwards', kind: 'odd', rules: [] };
const UNFIT: Candidate = { name: 'talks-of-everything', kind: 'unfit', rules: ['a-rule', 'b-rule'] };

type Verdicts = { readonly [rule: string]: Verdict };

function reportOf(verdicts: Verdicts, { level = 'MUST', complete = true }: { level?: Level; complete?: boolean } = {}): Report {
  const rules = Object.entries(verdicts).map(([id, verdict]) => ({ id, level, title: id, verdict, source: [], scenarios: [] }));
  const conformant = rules.every(({ verdict }) => verdict === 'passed');
  return {
    result: conformant ? 'conformant' : 'non-conformant',
    counts: { required: 0, executed: 0, passed: 0, warned: 0, failed: 0, waived: 0, notTestable: 0, notApplicable: 0, broken: 0 },
    kit: { name: 'kit', version: '0' },
    ruleSet: { name: 'rules', digest: '0' },
    seed: 1,
    selection: { rules: [], devices: [], shard: null, leftOut: [] },
    subject: { kind: 'broken', name: 'toy', version: '0', capabilities: [], honesty: [] },
    reproduce: '',
    time: { started: '', milliseconds: 0 },
    rules,
    waivers: [],
    problems: complete ? [] : ['it ended early'],
    footer: { complete, endedBy: complete ? 'finished' : 'aborted', rulesListed: rules.length, rulesInSet: rules.length },
  };
}

describe('rowOf', () => {
  it('is content when exactly the named rule fails', () => {
    const row = rowOf(BROKEN, reportOf({ 'a-rule': 'failed', 'b-rule': 'passed' }));
    expect(row).to.deep.equal({ ...BROKEN, failed: ['a-rule'], ok: true });
  });

  it('is content when a SHOULD rule warns', () => {
    expect(rowOf(BROKEN, reportOf({ 'a-rule': 'warned', 'b-rule': 'passed' }, { level: 'SHOULD' })).ok).to.equal(true);
  });

  const wrong: { readonly [situation: string]: Report } = {
    'nothing fails': reportOf({ 'a-rule': 'passed' }),
    'another rule fails': reportOf({ 'a-rule': 'passed', 'b-rule': 'failed' }),
    'another rule fails too': reportOf({ 'a-rule': 'failed', 'b-rule': 'failed' }),
    'another rule is broken too': reportOf({ 'a-rule': 'failed', 'b-rule': 'broken' }),
    'a MUST rule only warns': reportOf({ 'a-rule': 'warned' }),
    'the named rule is broken': reportOf({ 'a-rule': 'broken' }),
    'the named rule is not in the set': reportOf({ 'b-rule': 'failed' }),
    'the run is not complete': reportOf({ 'a-rule': 'failed' }, { complete: false }),
  };
  for (const [situation, report] of Object.entries(wrong)) {
    it(`is not content when ${situation}`, () => {
      const { ok, problem } = rowOf(BROKEN, report);
      expect({ ok, explained: problem !== undefined }).to.deep.equal({ ok: false, explained: true });
    });
  }

  it('wants something unfit to fail every rule that it names, and no other', () => {
    const both = { 'a-rule': 'failed', 'b-rule': 'failed', 'c-rule': 'passed' } as const;
    expect(rowOf(UNFIT, reportOf(both))).to.deep.include({ ok: true, failed: ['a-rule', 'b-rule'] });
    expect(rowOf(UNFIT, reportOf({ ...both, 'b-rule': 'passed' })).problem).to.contain('b-rule, which is passed');
    expect(rowOf(UNFIT, reportOf({ ...both, 'c-rule': 'failed' })).problem).to.equal('fails more than the rules it names');
    expect(rowOf({ ...UNFIT, rules: [] }, reportOf(both)).problem).to.equal('names no rule');
  });

  it('wants an oddity to conform', () => {
    expect(rowOf(ODD, reportOf({ 'a-rule': 'passed' })).ok).to.equal(true);
    expect(rowOf(ODD, reportOf({ 'a-rule': 'failed' })).ok).to.equal(false);
  });
});
