import { describe, it } from 'node:test';
import { expect } from 'chai';
import { citationOf, nameDocument } from './documents.js';

describe('the name of a document', () => {
  it('is a path, or author, title and date', () => {
    expect(nameDocument('drivers/tea/pot.c')).to.deep.equal({ kind: 'kernel', path: 'drivers/tea/pot.c' });
    expect(nameDocument('004_3ab2ed6f87a95d39.txt')).to.have.property('title').that.includes('Oded Gabbay');
  });

  it('is not guessed', () => {
    expect(() => nameDocument('005_0.txt')).to.throw('give it a title');
  });
});

describe('a citation', () => {
  it('names a document as its readers do', () => {
    expect(citationOf({ document: 'drivers/tea/pot.c', where: 'pour' })).to.equal('drivers/tea/pot.c, pour');
    expect(citationOf({ document: '004_3ab2ed6f87a95d39.txt', where: 'enum tea' })).to.match(
      /^Oded Gabbay, ".*", 7 August 2024, enum tea$/,
    );
  });
});
