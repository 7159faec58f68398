import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { CoveredSentence } from './coverage.js';
import { findDrift, isEmpty } from './drift.js';
import { readDocument } from './read-document.js';
import type { Sentence } from './sentence.js';
import { sketchOf } from './sketch.js';

const TEXT = `Tea
===

Tea is served hot and in a cup that has been warmed beforehand.
Whoever spills it wipes the table with a cloth of his own.

Milk
----

Milk is kept in the cellar until the guests have sat down.
`;

function read(text: string, document = 'tea'): readonly Sentence[] {
  return readDocument(document, 'rst', text);
}

function known(text = TEXT): readonly CoveredSentence[] {
  return read(text).map(({ document, where, sha256, text: sentence }) => ({
    document,
    where: [where],
    sha256,
    sketch: sketchOf(sentence),
    judgement: { kind: 'not normative', what: 'description' },
  }));
}

/** Replaces what must be there, so that a test cannot pass by changing nothing. */
function change(from: string, to: string): string {
  expect(TEXT).to.include(from);
  return TEXT.replace(from, to);
}

describe('findDrift', () => {
  it('finds nothing where nothing has changed', () => {
    expect(isEmpty(findDrift(known(), read(TEXT)))).to.equal(true);
  });

  it('finds nothing where lines are broken elsewhere', () => {
    expect(isEmpty(findDrift(known(), read(change('in a cup', 'in\na cup'))))).to.equal(true);
  });

  it('tells a sentence that has moved to another heading', () => {
    const drift = findDrift(known(), read(change('Milk\n----\n\n', '')));
    expect(drift.moved.map((pair) => [...pair.known.where, ...pair.found.where])).to.deep.equal([['Milk', 'Tea']]);
    expect({ ...drift, moved: [] }).to.deep.equal({ moved: [], reworded: [], deleted: [], added: [] });
  });

  it('tells a sentence that has moved to another document', () => {
    const drift = findDrift(known(), read(TEXT, 'coffee'));
    expect(drift.moved.map((pair) => pair.found.document)).to.deep.equal(['coffee', 'coffee', 'coffee']);
  });

  it('knows a sentence again that was reworded', () => {
    const drift = findDrift(known(), read(change('wipes the table', 'has to wipe the table clean')));
    expect(drift.reworded.map((pair) => pair.found.text)).to.deep.equal([
      'Whoever spills it has to wipe the table clean with a cloth of his own.',
    ]);
    expect(drift.deleted).to.deep.equal([]);
    expect(drift.added).to.deep.equal([]);
  });

  it('tells what is gone and what is new, as two things where they are unlike', () => {
    const drift = findDrift(known(), read(change('Whoever spills it wipes the table with a cloth of his own.', 'No sugar.')));
    expect(drift.deleted.map(({ sha256 }) => sha256)).to.deep.equal([known()[1]?.sha256]);
    expect(drift.added.map(({ text, where }) => [text, ...where])).to.deep.equal([['No sugar.', 'Tea']]);
    expect(drift.reworded).to.deep.equal([]);
  });

  it('takes the nearest of two candidates', () => {
    const nearer = 'Milk is kept in the cellar until all guests have sat down.';
    const further = 'Milk is kept in the kitchen until some guests have sat down.';
    const drift = findDrift(known(), read(change('Milk is kept in the cellar until the guests have sat down.', `${further} ${nearer}`)));
    expect(drift.reworded.map((pair) => pair.found.text)).to.deep.equal([nearer]);
    expect(drift.added.map(({ text }) => text)).to.deep.equal([further]);
  });

  it('sees one of two places go', () => {
    const twice: readonly CoveredSentence[] = known().map((one) => ({ ...one, where: ['Tea', 'Milk'] }));
    const drift = findDrift(twice.slice(0, 1), read(TEXT).slice(0, 1));
    expect(drift.moved).to.have.lengthOf(1);
  });
});
