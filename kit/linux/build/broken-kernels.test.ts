import { describe, it } from 'node:test';
import { expect } from 'chai';
import { BROKEN_KERNELS, type BrokenKernel, breakText } from './broken-kernels.js';

describe('broken kernels', () => {
  const edit: BrokenKernel = { name: 'an-edit', rule: 'a-rule', file: 'a.c', find: /(x) > 1/, replace: '$1 >= 1' };

  it('change exactly one place', () => {
    expect(breakText('if (x > 1)', edit)).to.equal('if (x >= 1)');
    expect(() => breakText('if (x > 1 || x > 1)', edit)).to.throw('2 places');
    expect(() => breakText('', edit)).to.throw('0 places');
  });

  it('have names and rules of their own', () => {
    for (const names of [BROKEN_KERNELS.map(({ name }) => name), BROKEN_KERNELS.map(({ rule }) => rule)]) {
      expect(new Set(names).size).to.equal(names.length).and.be.greaterThan(9);
    }
  });
});
