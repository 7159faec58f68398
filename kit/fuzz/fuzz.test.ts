import { describe, it } from 'node:test';
import { expect } from 'chai';
import { loadCatalogue } from '../catalogue/load.js';
import { parseReport } from '../report-file/load.js';
import { fuzz } from './fuzz.js';
import { requireHarmless } from './in-words.js';
import { mutated } from './mutated.js';
import { fuzzTargets, type Target } from './targets.js';

function attempt<Value>(take: () => Value): Value | null {
  try {
    return take();
  } catch {
    return null;
  }
}

const CASES = 20_000;

describe('fuzz', () => {
  it('finds what goes wrong, and shrinks it', () => {
    const naive = (bytes: Buffer) => void JSON.parse(bytes.toString());
    const target: Target = { name: 'naive', share: 1, corpus: ['{"id":1}'], mutate: mutated, accept: () => {}, check: naive };
    expect(() => fuzz(target, CASES, 1)).to.throw(/Property failed after \d+ tests[\s\S]*seed: 1/);
  });

  it('refuses a corpus that shows nothing', async () => {
    const [lines] = fuzzTargets(await loadCatalogue());
    expect(() => lines && fuzz({ ...lines, corpus: ['{"id":1'] }, 1, 1)).to.throw('not a message');
  });

  it('gets past the schema of reports, and to a terminal', async () => {
    const [reports] = fuzzTargets(await loadCatalogue()).filter(({ name }) => name === 'report files');
    let whole = 0;
    const counting = (bytes: Buffer) => {
      reports?.check(bytes);
      const read = attempt(() => parseReport(bytes.toString(), 'report.json'));
      if (read?.kind === 'whole') whole += 1;
    };
    if (reports !== undefined) fuzz({ ...reports, check: counting }, 1000, 1);
    expect(whole).to.be.greaterThan(100);
    expect(() => requireHarmless('\u009b31m')).to.throw('would reach a terminal');
  });

  it('finds nothing in what reads the words of others', async () => {
    for (const target of fuzzTargets(await loadCatalogue())) {
      const cases = Math.ceil((CASES * target.share) / 100);
      expect(fuzz(target, cases, 1), target.name).to.equal(cases);
    }
  });
});
