import { describe, it } from 'node:test';
import { expect } from 'chai';
import { type Form, readDocument } from './read-document.js';

/** What is found, as `where: text`. */
function read(form: Form, text: string): readonly string[] {
  return readDocument('tea', form, text).map((sentence) => `${sentence.where}: ${sentence.text}`);
}

describe('a document in reStructuredText', () => {
  it('is cut into sentences below their headings', () => {
    const text = `===\nTea\n===\n\n:Author: Somebody\n\nTea is hot. It steams,\netc. for a while (as\nwater does). drink it!\n\n2. Milk\n-------\n\nMilk is "cold".\n`;
    expect(read('rst', text)).to.deep.equal([
      'Tea: Tea is hot.',
      'Tea: It steams, etc. for a while (as water does).',
      'Tea: drink it!',
      'Milk: Milk is "cold".',
    ]);
  });

  it('makes a paragraph of each item of a list', () => {
    expect(read('rst', 'Cups:\n\n 1. A big\n    one\n 2. A small one\n\n - none\n')).to.deep.equal([
      'before the first heading: Cups:',
      'before the first heading: A big one',
      'before the first heading: A small one',
      'before the first heading: none',
    ]);
  });

  it('leaves out directives and code', () => {
    const text =
      'As in::\n\n    pour(tea);\n\n    drink();\n\nand\n\n.. code-block:: c\n\n        pour(tea);\n\n.. a remark\n   of two lines\n\n        stir(tea);\n\nno more.\n';
    expect(read('rst', text).map((line) => line.replace(/.*: /, ''))).to.deep.equal(['As in:', 'and', 'no more.']);
  });

  it('does not see markup, line breaks, or the kind of quotation mark', () => {
    const [plain] = readDocument('tea', 'rst', 'Call pour(), the "spout", of *tea* gently.');
    const [marked] = readDocument('tea', 'rst', 'Call :c:func:`pour()`,\n  the “spout”, of ``tea``\ngently.');
    expect(marked?.sha256).to.equal(plain?.sha256);
  });

  it('sees every word', () => {
    const [one, other] = ['Tea is hot.', 'Tea is not.'].map((text) => readDocument('tea', 'rst', text)[0]?.sha256);
    expect(one)
      .to.match(/^[0-9a-f]{64}$/)
      .and.not.equal(other);
  });
});

describe('a C header', () => {
  const HEADER = `/* SPDX-License-Identifier: MIT */
/*
 * Copyright (c) Somebody
 *
 * All about tea.
 */
#ifndef TEA_H
#define TEA_H /* no sentence */
/**
 * struct tea - A cup
 * @heat: How hot. From 0
 *	to 100.
 * @milk: Reserved.
 *
 * Tea is for %drinking.
 */
struct tea {
	/**
	 * @sugar: How sweet.
	 *
	 * Not too sweet.
	 */
	int sugar;
	/* Only for the kernel. */
	int spoon;
};
/**
 * pour() - Pour it
 *
 * - SLOWLY: As one does.
 */
/**
 * DOC: Manners
 *
 * Sip.
 */
`;

  it('has its sentences in the comments that stand alone', () => {
    expect(read('header', HEADER)).to.deep.equal([
      'head comment: All about tea.',
      'struct tea: A cup',
      'struct tea, @heat: How hot.',
      'struct tea, @heat: From 0 to 100.',
      'struct tea, @milk: Reserved.',
      'struct tea: Tea is for drinking.',
      'struct tea, @sugar: How sweet.',
      'struct tea, @sugar: Not too sweet.',
      'int: Only for the kernel.',
      'pour: Pour it',
      'pour: SLOWLY: As one does.',
      'Manners: Sip.',
    ]);
  });

  it('has fewer where only kernel-doc counts', () => {
    const all = read('header', HEADER);
    const some = read('kernel-doc', HEADER);
    expect(all.filter((line) => !some.includes(line))).to.deep.equal(['head comment: All about tea.', 'int: Only for the kernel.']);
  });
});

describe('a mail', () => {
  it('is read with what it quotes, a change of who speaks being the end of a paragraph', () => {
    expect(read('mail', 'Somebody wrote:\n> > +Tea is\n> > +hot.\n> Is it\nNo.\n')).to.deep.equal([
      'line 1: Somebody wrote:',
      'line 2: Tea is hot.',
      'line 4: Is it',
      'line 5: No.',
    ]);
  });

  it('has of a patch to C files the comments only, also the end of one', () => {
    const patch = [
      'A patch.',
      '> diff --git a/tea.h b/tea.h',
      '>  * @heat: How hot.',
      '>  */',
      '>  struct tea {',
      '> +/**',
      '> + * struct milk - A jug',
      '> + * @cold: How cold.',
      '> + */',
      '> +struct milk {',
      'Fine.',
      '> +int pour(void);',
    ].join('\n');
    expect(read('mail', patch)).to.deep.equal([
      'line 1: A patch.',
      'line 11: Fine.',
      'the patch, @heat: How hot.',
      'struct milk: A jug',
      'struct milk, @cold: How cold.',
    ]);
  });
});
