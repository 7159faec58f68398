import { describe, it } from 'node:test';
import { expect } from 'chai';
import { KitError } from '../errors.js';
import { readOut, readSeed, readShard } from './option-values.js';

describe('readSeed', () => {
  it('takes whole numbers of 31 bits', () => {
    expect([readSeed('0'), readSeed('2147483647')]).to.deep.equal([0, 2147483647]);
  });

  for (const text of ['-1', '1.5', '2147483648', '0x10', '', 'one']) {
    it(`refuses "${text}"`, () => {
      expect(() => readSeed(text)).to.throw(KitError, '--seed');
    });
  }
});

describe('readShard', () => {
  it('takes the first and the last part', () => {
    expect([readShard('1/3'), readShard('3/3'), readShard('1/1')]).to.deep.equal(['1/3', '3/3', '1/1']);
  });

  for (const text of ['0/3', '4/3', '1/0', '1', '1/2/3', 'a/b', '-1/2']) {
    it(`refuses "${text}"`, () => {
      expect(() => readShard(text)).to.throw(KitError, '--shard');
    });
  }
});

describe('readOut', () => {
  it('takes any path, and refuses none', () => {
    expect(readOut('a b')).to.equal('a b');
    expect(() => readOut('')).to.throw(KitError, '--out');
  });
});
