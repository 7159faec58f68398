import { describe, it } from 'node:test';
import { expect } from 'chai';
import { readScenarioSteps } from './scenario-steps.js';

const FEATURE = `Feature: Tea

  Background:
    Given a kettle

  @must @tea-hot
  Rule: Tea is hot

    Scenario Outline: A <vessel>
      When tea is poured into a <vessel>
      Then the <vessel> is hot

      Examples:
        | vessel |
        | cup    |
        | mug    |
`;

describe('readScenarioSteps', () => {
  it('gives the steps of each example with its values, those of the background first', () => {
    const steps = readScenarioSteps('features/tea/hot.feature', FEATURE);
    expect([...steps.keys()]).to.deep.equal(['features/tea/hot.feature:15', 'features/tea/hot.feature:16']);
    expect(steps.get('features/tea/hot.feature:16')).to.deep.equal([
      { keyword: 'Given', text: 'a kettle' },
      { keyword: 'When', text: 'tea is poured into a mug' },
      { keyword: 'Then', text: 'the mug is hot' },
    ]);
  });

  it('gives nothing of what is no feature', () => {
    expect(readScenarioSteps('x.feature', 'tea').size).to.equal(0);
  });
});
