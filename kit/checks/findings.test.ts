import { describe, it } from 'node:test';
import { expect } from 'chai';
import { isFinding, LINUX_FINDINGS } from './findings.js';

describe('isFinding', () => {
  const [known] = LINUX_FINDINGS;
  const found = { rule: known?.rule ?? '', other: 'failed', reason: known?.how ?? '' } as const;

  it('takes a known failure', () => {
    expect(isFinding(found)).to.equal(true);
  });

  for (const [what, change] of Object.entries({
    'a rule that fails in another way': { reason: 'what the kernel says of itself: expected no complaint, but got BUG: x' },
    'a rule that is broken': { other: 'broken' },
    'another rule that fails alike': { rule: 'rpc-length-limit' },
  } as const))
    it(`does not take ${what} for it`, () => {
      expect(isFinding({ ...found, ...change })).to.equal(false);
    });
});
