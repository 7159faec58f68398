import { describe, it } from 'node:test';
import { expect } from 'chai';
import { mixSeed, shuffle } from './challenge.js';

const ITEMS = Array.from({ length: 50 }, (_, index) => index);

describe('a challenge', () => {
  it('leads to the same seed and order every time', () => {
    expect(mixSeed(1, 'a')).to.equal(mixSeed(1, 'a'));
    expect(shuffle(ITEMS, 'a', 'x')).to.deep.equal(shuffle(ITEMS, 'a', 'x'));
  });

  it('leads to others than any other challenge, seed or purpose', () => {
    expect(new Set([mixSeed(1, 'a'), mixSeed(1, 'b'), mixSeed(2, 'a')])).to.have.property('size', 3);
    const orders = [shuffle(ITEMS, 'a', 'x'), shuffle(ITEMS, 'b', 'x'), shuffle(ITEMS, 'a', 'y'), ITEMS];
    expect(new Set(orders.map(String))).to.have.property('size', 4);
  });

  it('leaves nothing out', () => {
    expect([...shuffle(ITEMS, 'a', 'x')].sort((one, other) => one - other)).to.deep.equal(ITEMS);
  });
});
