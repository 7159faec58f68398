import { describe, it } from 'node:test';
import { expect } from 'chai';
import { distance, NEAR, sketchOf } from './sketch.js';

const TEA = 'Whoever pours the tea must warm the pot before the leaves go in.';

describe('a sketch', () => {
  it('is the same for the same words', () => {
    expect(sketchOf(TEA)).to.match(/^[0-9a-f]{32}$/);
    expect(sketchOf(TEA.toUpperCase().replace('.', '!'))).to.equal(sketchOf(TEA));
  });

  it('is near for a sentence that was reworded', () => {
    const now = TEA.replace('Whoever pours', 'A person who pours').replace('must', 'shall');
    expect(distance(sketchOf(TEA), sketchOf(now))).to.be.within(1, NEAR);
  });

  it('is far for another sentence, and for one too short to have five letters', () => {
    for (const other of ['Milk is poured in last by those who know what is good for them.', 'No.']) {
      expect(distance(sketchOf(TEA), sketchOf(other)), other).to.be.above(NEAR);
    }
  });
});

describe('distance', () => {
  it('counts bits', () => {
    expect(distance('00', '00')).to.equal(0);
    expect(distance('0f', 'f1')).to.equal(7);
  });
});
