import { describe, it } from 'node:test';
import { expect } from 'chai';
import { type Book, rulesOf } from './book.js';
import { outline, teaRule, teaSection } from './book.testing.js';
import { staleness } from './freshness.js';
import { renderMarkdown } from './markdown.js';
import { plain } from './markdown-text.js';
import { readBook } from './read-book.js';

function bookOf(...rules: Parameters<typeof teaSection>[0]): Book {
  return { ruleSet: 'linux-7.2', words: [], chapters: [{ family: 'tea', about: 'what is drunk', sections: [teaSection(rules)] }] };
}

const occurrences = (text: string, part: string): number => text.split(part).length - 1;

describe('the rule book of this checkout', () => {
  const whole = readBook();

  it('has an anchor for every rule, once', async () => {
    const book = await whole;
    const text = renderMarkdown(book);
    expect(rulesOf(book).length).to.be.greaterThan(180);
    for (const { id } of rulesOf(book)) expect(occurrences(text, `<a id="${id}"></a>`), id).to.equal(1);
  });

  it('has no anchor twice, and leads to none that there is not', async () => {
    const text = renderMarkdown(await whole);
    const anchors = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
    expect(new Set(anchors).size).to.equal(anchors.length);
    const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, id]) => id);
    expect(links.length).to.be.greaterThan(30);
    expect(links.filter((id) => !anchors.includes(id))).to.deep.equal([]);
  });

  it('keeps to 76 columns, but for headings, links and single words that are longer', async () => {
    const long = renderMarkdown(await whole)
      .split('\n')
      .filter((line) => line.length > 76 && !/^#|^<|\]\(/.test(line) && line.trim().replace(/^- /, '').includes(' '));
    expect(long).to.deep.equal([]);
  });
});

describe('a rule in the rule book', () => {
  it('tells level, id, statement, scenarios, what breaks it and sources', () => {
    const text = renderMarkdown(bookOf(teaRule()));
    expect(text.slice(text.indexOf('<a id="tea-hot">'))).to.equal(`<a id="tea-hot"></a>

#### Tea is hot

**MUST** · \`tea-hot\`

The tea that is served to a caller is hot.

Scenario:

- A cup

A subject that breaks it:

- \`cold-tea\`: The tea is cold.

Source:

- \`drivers/tea/pot.c\`: tea_pour
`);
  });

  it('tells with which release of Linux a rule came and went', () => {
    expect(renderMarkdown(bookOf(teaRule({ since: '7.3' })))).to.contain('\n\nSince Linux 7.3.\n');
    expect(renderMarkdown(bookOf(teaRule({ until: '7.4' })))).to.contain('\n\nUntil Linux 7.4.\n');
  });

  it('counts the examples of an outline, and tells several accepted outcomes', () => {
    const text = renderMarkdown(
      bookOf(teaRule({ accepted: ['hot', 'very hot'], examples: [outline('A <kind>', ['kind'], [['cup'], ['mug']])] })),
    );
    expect(text).to.include('\nAccepted: hot; very hot.\n').and.include('\n- A *cup or mug* (2 examples)\n');
  });

  it('names a document once, with all its places', () => {
    const sources = ['tea_pour', 'tea_boil'].map((where) => ({ document: 'drivers/tea/pot.c', where }));
    expect(renderMarkdown(bookOf(teaRule({ sources })))).to.include('\n- `drivers/tea/pot.c`: tea_pour; tea_boil\n');
  });

  it('tells what Linux does instead', () => {
    const finding = { title: 'Cold', rule: 'tea-hot', facts: [{ label: 'what happens', text: '`tea` is cold.' }] };
    const text = renderMarkdown(bookOf(teaRule({ findings: [finding] })));
    expect(text).to.include('**Linux deviates.** `tea` is cold. ([Cold](linux-findings.md#cold))');
  });

  it('says that nothing breaks it', () => {
    expect(renderMarkdown(bookOf(teaRule({ broken: [] })))).to.include('No broken subject shows that this rule bites.');
  });
});

describe('plain text in Markdown', () => {
  for (const [text, markdown] of [
    ['FWCTL_INFO and tea_pour', 'FWCTL_INFO and tea_pour'],
    ['_pour, CXL_*_UUID', '\\_pour, CXL\\_\\*\\_UUID'],
    ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['[x](javascript:y) `z` | a & b', '\\[x\\](javascript:y) \\`z\\` \\| a \\& b'],
  ] as const)
    it(`escapes what would be markup: ${text}`, () => {
      expect(plain(text)).to.equal(markdown);
    });

  it('never begins a line with what would make a list of it', () => {
    const statement = `${'x'.repeat(70)} - 1. + # tail`;
    const text = renderMarkdown(bookOf(teaRule({ statement })));
    expect(text).not.to.match(/^(?:-|1\.|\+|#) (?:1\.|\+|#|tail)/m);
  });
});

describe('staleness', () => {
  it('finds nothing when nothing has changed', () => {
    expect(staleness('a.md', 'x\n', 'x\n')).to.equal(undefined);
  });

  for (const [what, committed, generated, words] of [
    ['names the first line that differs', 'x\ny\n', 'x\nz\n', 'a.md is stale from line 2 on'],
    ['sees that something is missing at the end', 'x\n', 'x\nz\n', 'line 2'],
    ['sees that something is too much at the end', 'x\nz', 'x', 'line 2'],
    ['sees that the file is missing', undefined, 'x', 'a.md is missing'],
  ] as const)
    it(what, () => {
      expect(staleness('a.md', committed, generated)).to.include(words);
    });
});
