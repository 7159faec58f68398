import { describe, it } from 'node:test';
import { expect } from 'chai';
import { labelled, wrap } from './paragraph.js';

describe('wrap', () => {
  it('fills lines up to the last column and no further', () => {
    expect(wrap('ab cd ef', 0, 5)).to.deep.equal(['ab cd', 'ef']);
    expect(wrap('ab cd ef', 1, 5)).to.deep.equal([' ab', ' cd', ' ef']);
  });

  it('gives a word that is too long a line of its own', () => {
    expect(wrap('a incomprehensibly b', 2, 6)).to.deep.equal(['  a', '  incomprehensibly', '  b']);
  });
});

describe('labelled', () => {
  it('puts further lines below the first word of the text', () => {
    const lines = labelled('try', 'word '.repeat(20), 8);
    expect(lines[0]).to.match(/^ {2}try {5}word word/);
    expect(lines[1]).to.match(/^ {10}word/);
    expect(lines.every((line) => line.length <= 80)).to.equal(true);
  });
});
