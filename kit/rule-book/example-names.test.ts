import { describe, it } from 'node:test';
import { expect } from 'chai';
import { rulesOf } from './book.js';
import { outline } from './book.testing.js';
import { nameOf } from './example-names.js';
import { readBook } from './read-book.js';

const told = (example: Parameters<typeof nameOf>[0]): string =>
  nameOf(example)
    .parts.map(({ kind, text }) => (kind === 'varies' ? `[${text}]` : text))
    .join('');

describe('the name of an example', () => {
  it('is that of a scenario', () => {
    expect(nameOf({ name: 'A cup', steps: [], tables: [] })).to.deep.equal({
      parts: [{ kind: 'fixed', text: 'A cup' }],
      count: 1,
      titles: [],
    });
  });

  it('has the values in it where they can be read in a sentence', () => {
    const kinds = outline(
      'A cup of <kind>',
      ['kind', 'colour'],
      [
        ['black', 'brown'],
        ['green', 'green'],
        ['green', 'pale'],
      ],
      'Kinds',
    );
    expect(told(kinds)).to.equal('A cup of [black or green]');
    expect(nameOf(kinds)).to.deep.include({ count: 3, titles: [] });
  });

  it('has the values of several columns where each goes with each', () => {
    const rows = [
      ['black', 'milk'],
      ['black', 'lemon'],
      ['green', 'milk'],
      ['green', 'lemon'],
    ];
    expect(told(outline('<kind> with <what>', ['kind', 'what'], rows))).to.equal('[black or green] with [milk or lemon]');
  });

  it('quotes each value where the column is quoted', () => {
    expect(told(outline('In scope "<scope>"', ['scope'], [['low'], ['high']]))).to.equal('In scope ["low" or "high"]');
  });

  it('has a value that does not vary as if it were written there', () => {
    const rows = [
      ['black', 'a cup'],
      ['green', 'a cup'],
    ];
    expect(told(outline('<kind> in <what>', ['kind', 'what'], rows))).to.equal('[black or green] in a cup');
  });

  it('has the columns in it where not each goes with each, and the titles', () => {
    const some = outline(
      '<kind> with <what>',
      ['kind', 'what'],
      [
        ['black', 'milk'],
        ['green', 'lemon'],
      ],
      'As it is drunk',
    );
    expect(told(some)).to.equal('[kind] with [what]');
    expect(nameOf(some).titles).to.deep.equal(['As it is drunk']);
  });

  it('has the column in it where the values are too many for a sentence', () => {
    const many = outline(
      '<kind>',
      ['kind'],
      Array.from({ length: 30 }, (_, index) => [`kind ${index}`]),
    );
    expect(told(many)).to.equal('[kind]');
  });

  it('shows what is no column as it is written', () => {
    expect(told(outline('A <size> cup of <kind>', ['kind'], [['black']]))).to.equal('A <size> cup of black');
  });
});

describe('the names of the shipped examples', () => {
  it('have no column that there is not', async () => {
    const parts = rulesOf(await readBook()).flatMap(({ examples }) => examples.flatMap((example) => nameOf(example).parts));
    expect(parts.length).to.be.greaterThan(300);
    expect(parts.filter(({ kind, text }) => kind === 'fixed' && /[<>]/.test(text))).to.deep.equal([]);
  });
});
