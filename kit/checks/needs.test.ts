import { describe, it } from 'node:test';
import { expect } from 'chai';
import { ruleOf } from '../../reports/document/message-stream.testing.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { findWrongNeeds } from './needs.js';

const RULE = ruleOf('taint-full', { needs: ['observe-taint', 'device-plain'] });
const CATALOGUE: Catalogue = { name: 'a set', digest: '', rules: [RULE] };

const used = (...names: string[]) => ({ evidence: { used: names } });

describe('findWrongNeeds', () => {
  it('is content when all scenarios together used what the record says', () => {
    const run = [{ id: RULE.id, scenarios: [used('device-plain'), used('device-plain', 'observe-taint')] }];
    expect(findWrongNeeds(CATALOGUE, run)).to.deep.equal([]);
  });

  it('names a rule that needs less, more, or did not run', () => {
    for (const scenarios of [[used('device-plain')], [used('device-plain', 'observe-taint', 'reset')], []]) {
      expect(findWrongNeeds(CATALOGUE, [{ id: RULE.id, scenarios }]).join()).to.contain(RULE.id);
    }
  });

  it('does not accept a set without rules', () => {
    expect(() => findWrongNeeds({ ...CATALOGUE, rules: [] }, [])).to.throw('no rule');
  });
});
