import { describe, it } from 'node:test';
import { expect } from 'chai';
import { loadCatalogue } from '../catalogue/load.js';
import { fuzz } from './fuzz.js';
import { fuzzTargets, type Target } from './targets.js';

const CASES = 20_000;

describe('fuzz', () => {
  it('finds what goes wrong, and shrinks it', () => {
    const naive = (bytes: Buffer) => void JSON.parse(bytes.toString());
    const target: Target = { name: 'naive', share: 1, corpus: ['{"id":1}'], accept: () => {}, check: naive };
    expect(() => fuzz(target, CASES, 1)).to.throw(/Property failed after \d+ tests[\s\S]*seed: 1/);
  });

  it('refuses a corpus that shows nothing', async () => {
    const [lines] = fuzzTargets(await loadCatalogue());
    expect(() => lines && fuzz({ ...lines, corpus: ['{"id":1'] }, 1, 1)).to.throw('not a message');
  });

  it('finds nothing in what reads the words of others', async () => {
    for (const target of fuzzTargets(await loadCatalogue())) {
      const cases = Math.ceil((CASES * target.share) / 100);
      expect(fuzz(target, cases, 1), target.name).to.equal(cases);
    }
  });
});
