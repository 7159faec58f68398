import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import { ruleOf } from '../../reports/document/message-stream.testing.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { Coverage, CoveredDocument, Judgement } from '../sources/coverage.js';
import { readDocument } from '../sources/read-document.js';
import { sketchOf } from '../sources/sketch.js';
import { countOpen, findCoverageProblems, findSeedDrift } from './sources.js';

const CATALOGUE: Catalogue = { name: 'a set', digest: '', rules: [ruleOf('tea-hot'), ruleOf('tea-wet')] };
const HELD: Judgement = { kind: 'held', about: 'heat', rules: ['tea-hot'], wanted: null };
const TEXT = 'Tea is hot.\n\nMilk is cold.\n';

function tea(judgement = HELD, text = TEXT): CoveredDocument {
  const sentences = readDocument('tea.txt', 'mail', text).map(({ document, where, sha256, text: sentence }) => ({
    document,
    where: [where],
    sha256,
    sketch: sketchOf(sentence),
    judgement,
  }));
  return { document: 'tea.txt', shelf: 'seeds', form: 'mail', sentences };
}

function cover(documents = [tea()], rules = ['tea-wet']): Coverage {
  return { documents, withoutSentence: [{ reason: 'It goes without saying.', rules }] };
}

describe('findCoverageProblems', () => {
  it('is content when every rule has a sentence or a reason', () => {
    expect(findCoverageProblems(CATALOGUE, cover())).to.deep.equal([]);
  });

  for (const [what, coverage, words] of [
    ['a rule with neither', cover([tea()], []), 'no sentence leads to tea-wet'],
    ['a rule with both', cover([tea()], ['tea-wet', 'tea-hot']), 'leads to tea-hot, and a reason'],
    ['a rule with two reasons', cover([tea()], ['tea-wet', 'tea-wet']), 'tea-wet has two reasons'],
    ['a rule that there is not', cover([tea({ ...HELD, rules: ['tea-hot', 'tea-hat'] })]), 'no rule tea-hat; the nearest is tea-hot'],
    ['a reason for a rule that there is not', cover([tea()], ['tea-wet', 'tea-wat']), 'no rule tea-wat'],
    ['two entries for a sentence', cover([{ ...tea(), sentences: [...tea().sentences, ...tea().sentences.slice(0, 1)] }]), 'two entries'],
    ['two files for a document', cover([tea(), { ...tea(), sentences: [] }]), 'two files for tea.txt'],
  ] as const)
    it(`names ${what}`, () => {
      const problems = findCoverageProblems(CATALOGUE, coverage);
      expect(problems).to.have.lengthOf(1);
      expect(problems[0]).to.contain(words);
    });

  it('does not accept a set without rules, or without sentences', () => {
    expect(() => findCoverageProblems({ ...CATALOGUE, rules: [] }, cover())).to.throw('no rule');
    expect(() => findCoverageProblems(CATALOGUE, cover([]))).to.throw('no sentence');
  });
});

describe('findSeedDrift', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-seeds-'));
  after(() => rmSync(folder, { recursive: true }));
  const driftWith = (text: string): readonly string[] => {
    writeFileSync(join(folder, 'tea.txt'), text);
    return findSeedDrift(cover(), folder);
  };

  it('is content when each sentence of the seeds has an entry', () => {
    expect(driftWith(TEXT)).to.deep.equal([]);
  });

  it('names a sentence without an entry, one that is gone, and one at another place', () => {
    expect(driftWith(`${TEXT}\nSugar is sweet.\n`).join()).to.contain('no entry for tea.txt, line 5: Sugar is sweet.');
    expect(driftWith('Milk is cold.\n\nTea is hot.\n').join()).to.contain('is now at line 3');
    expect(driftWith('Tea is hot.\n').join()).to.contain('is not in the document');
  });

  it('does not pass without the texts', () => {
    expect(findSeedDrift(cover(), join(folder, 'nowhere')).join()).to.contain('cannot be read');
    expect(findSeedDrift(cover([]), folder).join()).to.contain('no seed document');
  });
});

describe('countOpen', () => {
  it('counts what is open, and what is held in part', () => {
    const wanted = 'it is warm';
    const coverage = cover([tea({ kind: 'open', about: 'heat', wanted }), tea({ ...HELD, wanted }), tea()]);
    expect(countOpen(coverage)).to.equal('open: 2 sentences have no rule yet, 2 are held in part, of 6');
  });
});
