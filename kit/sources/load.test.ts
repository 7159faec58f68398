import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import { KitError } from '../errors.js';
import { NOT_NORMATIVE } from './coverage.js';
import { parseDocument } from './load.js';
import { FORMS } from './read-document.js';

const ONE = `${'a'.repeat(64)} ${'1'.repeat(32)}`;
const TWO = `${'b'.repeat(64)} ${'2'.repeat(32)}`;
const GOOD = `document: tea.rst
shelf: kernel
form: rst
normative:
  - where: Tea
    about: how it is served
    sentence: ${ONE}
    rules: [tea-hot]
not-normative:
  - where: [Tea, Milk]
    kind: history
    sentences:
      - ${TWO}
`;

function change(from: string, to: string): string {
  expect(GOOD).to.include(from);
  return GOOD.replace(from, to);
}

function refusalOf(text: string): string {
  try {
    parseDocument(text, 'tea.yaml');
  } catch (error) {
    if (!(error instanceof KitError)) throw error;
    const { summary, expected, received } = error.explanation;
    return `${error.code} ${summary} / ${expected} / ${received}`;
  }
  return 'accepted';
}

describe('the sentences of a document', () => {
  it('are read with their places and what becomes of them', () => {
    const { sentences, ...document } = parseDocument(GOOD, 'tea.yaml');
    expect(document).to.deep.equal({ document: 'tea.rst', shelf: 'kernel', form: 'rst' });
    expect(sentences).to.deep.equal([
      {
        document: 'tea.rst',
        where: ['Tea'],
        sha256: 'a'.repeat(64),
        sketch: '1'.repeat(32),
        judgement: { kind: 'held', about: 'how it is served', rules: ['tea-hot'], wanted: null },
      },
      {
        document: 'tea.rst',
        where: ['Tea', 'Milk'],
        sha256: 'b'.repeat(64),
        sketch: '2'.repeat(32),
        judgement: { kind: 'not normative', what: 'history' },
      },
    ]);
  });

  for (const [what, entry, judgement] of [
    ['excluded', 'excluded: nobody can tell', { kind: 'excluded', about: 'how it is served', reason: 'nobody can tell' }],
    ['open', 'open: it is warm enough', { kind: 'open', about: 'how it is served', wanted: 'it is warm enough' }],
    [
      'held in part',
      'rules: [tea-hot]\n    open: it is warm enough',
      { kind: 'held', about: 'how it is served', rules: ['tea-hot'], wanted: 'it is warm enough' },
    ],
  ] as const)
    it(`may be ${what}`, () => {
      expect(parseDocument(change('rules: [tea-hot]', entry), 'tea.yaml').sentences[0]?.judgement).to.deep.equal(judgement);
    });

  for (const [what, text] of Object.entries({
    'neither rule, nor reason, nor wish': change('    rules: [tea-hot]\n', ''),
    'rules and a reason to have none': change('rules: [tea-hot]', 'rules: [tea-hot]\n    excluded: nobody can tell'),
    'no rule in its list': change('[tea-hot]', '[]'),
    'a hash that is none': change('a'.repeat(64), 'the sentence itself'),
    'a kind that there is not': change('history', 'poetry'),
  }))
    it(`are refused with ${what}, with line and column`, () => {
      expect(refusalOf(text)).to.match(/^kit\/bad-sources the list of sentences is not right: tea\.yaml:\d+:\d+/);
    });
});

describe('sources-1.json', () => {
  it('has the forms and the kinds that the kit has', () => {
    const text = readFileSync(new URL('kit/sources/sources-1.json', PACKAGE_ROOT), 'utf8');
    const lists = [...text.matchAll(/"enum": (\[[^\]]*\])/g)].map(([, list = '']): readonly string[] => JSON.parse(list));
    expect(lists).to.deep.equal([['kernel', 'seeds'], FORMS, NOT_NORMATIVE]);
  });
});
