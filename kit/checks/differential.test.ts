import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Verdict, WrittenReport } from '../../reports/document/report.js';
import { compareScenarios } from './differential.js';

type Told = { readonly [location: string]: readonly [verdict: Verdict, reason?: string] };

function report(told: Told): WrittenReport {
  const scenarios = Object.entries(told).map(([location, [verdict, reason]]) => ({ name: location, location, verdict, reason }));
  return Object(JSON.parse(JSON.stringify({ rules: [{ id: 'a-rule', scenarios }] })));
}

describe('compareScenarios', () => {
  it('counts what agrees, and names what does not', () => {
    const reference = report({ a: ['passed'], b: ['passed'], c: ['passed'] });
    const { agreed, differences } = compareScenarios(reference, report({ a: ['passed'], b: ['failed'], c: ['broken'] }));
    expect(agreed).to.equal(1);
    expect(differences.map(({ scenario, other }) => `${scenario} ${other}`)).to.deep.equal(['b failed', 'c broken']);
  });

  it('counts what cannot be run by the capability that is missing', () => {
    const lacking = 'the subject does not declare "memory-pressure"';
    const { agreed, notTestable } = compareScenarios(
      report({ a: ['passed'], b: ['passed'] }),
      report({ a: ['not-testable', lacking], b: ['not-testable', lacking] }),
    );
    expect({ agreed, notTestable: [...notTestable] }).to.deep.equal({ agreed: 0, notTestable: [['memory-pressure', 2]] });
  });

  it('counts the scenarios of a rule that is of another release of Linux, and so has none', () => {
    const reason = 'the rule came with Linux 7.3, and this is 7.2.13';
    const [rule] = report({}).rules;
    const other: WrittenReport = Object({ rules: [{ ...rule, verdict: 'not-applicable', reason }] });
    const { agreed, notTestable } = compareScenarios(report({ a: ['passed'], b: ['passed'] }), other);
    expect({ agreed, notTestable: [...notTestable] }).to.deep.equal({ agreed: 0, notTestable: [[reason, 2]] });
  });

  it('refuses reports of different rules', () => {
    expect(() => compareScenarios(report({ a: ['passed'] }), report({}))).to.throw('no scenario at a');
  });
});
