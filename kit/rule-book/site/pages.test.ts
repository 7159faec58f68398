import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import { KitError } from '../../errors.js';
import { type Book, rulesOf } from '../book.js';
import { outline, teaRule, teaSection } from '../book.testing.js';
import { readBook } from '../read-book.js';
import type { SiteFile } from './page.js';
import { renderSite } from './pages.js';
import type { Site } from './site.js';
import { writeSite } from './write-site.js';

const ASSETS = ['style.css', 'search.js'];
const NO_HISTORY: Site['history'] = new Map();

function siteOf(book: Book): readonly SiteFile[] {
  return renderSite({ book, history: NO_HISTORY, version: '1.2.3' });
}

function bookOf(...rules: Parameters<typeof teaSection>[0]): Book {
  return { ruleSet: 'linux-7.2', words: [], chapters: [{ family: 'tea', about: 'what is drunk', sections: [teaSection(rules)] }] };
}

function pageOf(pages: readonly SiteFile[], path: string): string {
  const page = pages.find((candidate) => candidate.path === path);
  expect(page, path).not.to.equal(undefined);
  return page?.text ?? '';
}

const idsIn = (text: string): readonly string[] => [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);

describe('the site of this checkout', () => {
  const whole = readBook().then((book) => ({ book, pages: siteOf(book) }));

  it('has a page for every rule, and its id on the page of its family', async () => {
    const { book, pages } = await whole;
    expect(rulesOf(book).length).to.be.greaterThan(180);
    for (const { id, family } of rulesOf(book)) {
      expect(pageOf(pages, `rules/${id}.html`), id).to.include(`<code>${id}</code>`);
      expect(idsIn(pageOf(pages, `families/${family}.html`)), id).to.include(id);
    }
  });

  it('has no broken link', async () => {
    const { pages } = await whole;
    const ids = new Map(pages.map(({ path, text }) => [path, idsIn(text)]));
    const links = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\s(?:href|src)="([^"]+)"/g)].map(([, link = '']) => ({ path, link })),
    );
    expect(links.length).to.be.greaterThan(1000);
    const broken = links.filter(({ path, link }) => {
      const [file = '', id] = link.split('#');
      const target = file === '' ? path : posix.join(posix.dirname(path), file);
      return !ASSETS.includes(target) && (!ids.has(target) || (id !== undefined && !ids.get(target)?.includes(id)));
    });
    expect(broken).to.deep.equal([]);
  });

  it('has no id twice on a page', async () => {
    const { pages } = await whole;
    for (const { path, text } of pages) expect(new Set(idsIn(text)).size, path).to.equal(idsIn(text).length);
  });

  it('asks nothing of the network', async () => {
    const { pages } = await whole;
    expect(pages.filter(({ text }) => /\s(?:href|src)="[a-z]+:/.test(text))).to.deep.equal([]);
  });
});

describe('a hostile text', () => {
  const evil = '"><script>alert(1)</script><b a=\'&';
  const rule = teaRule({
    title: evil,
    statement: evil,
    accepted: [evil],
    sources: [{ document: 'drivers/tea/pot.c', where: evil }],
    sentences: [{ document: 'drivers/tea/pot.c', where: evil, about: evil, sha256: evil }],
    examples: [outline(`${evil} <kind>`, ['kind'], [[evil]], evil), outline(evil, ['kind', evil], [[evil, evil]], evil)],
    broken: [{ name: evil, summary: evil }],
    findings: [{ title: evil, rule: 'tea-hot', facts: [{ label: evil, text: `${evil} \`${evil}\`` }] }],
  });
  const book = bookOf(rule);
  const change = { date: evil, subject: evil, commit: evil };
  const pages = renderSite({
    book: { ...book, ruleSet: evil, words: [{ word: evil, meaning: evil }] },
    history: new Map([[rule.id, [change]]]),
    version: evil,
  });

  for (const { path, text } of pages)
    it(`is shown as it is on ${path}`, () => {
      expect(text).to.include('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;b a=&#39;&amp;');
      expect(text).not.to.include('<script>');
      expect(text).not.to.include('<b a=');
    });
});

describe('the page of a rule', () => {
  it('has its scenarios with all steps and values', () => {
    const text = pageOf(siteOf(bookOf(teaRule({ examples: [outline('A <kind>', ['kind'], [['cup'], ['mug']])] }))), 'rules/tea-hot.html');
    expect(text).to.include('<b>Given</b> a kettle').and.include('<b>Then</b> <var>kind</var>').and.include('<li>cup</li><li>mug</li>');
  });

  it('has the sentences that lead to it', () => {
    const text = pageOf(siteOf(bookOf(teaRule())), 'rules/tea-hot.html');
    expect(text).to.include('<li>how hot tea is <small><code>drivers/tea/pot.c</code>: tea_pour</small></li>');
  });

  it('leads to the rules before and after it', () => {
    const pages = siteOf(bookOf(teaRule(), teaRule({ id: 'tea-wet', title: 'Tea is wet' })));
    expect(pageOf(pages, 'rules/tea-hot.html')).to.include('<a href="tea-wet.html"><small>After</small> Tea is wet</a>');
    expect(pageOf(pages, 'rules/tea-wet.html')).to.include('<a href="tea-hot.html"><small>Before</small> Tea is hot</a>');
  });

  it('has its history, oldest first, where it is known', () => {
    const history = new Map([
      [
        'tea-hot',
        [
          { date: '2026-01-01', subject: 'Pour', commit: 'a1' },
          { date: '2026-01-02', subject: 'Boil', commit: 'b2' },
        ],
      ],
    ]);
    const text = pageOf(renderSite({ book: bookOf(teaRule()), history, version: '1' }), 'rules/tea-hot.html');
    expect(text).to.match(/2026-01-01<\/time> written: Pour.*2026-01-02<\/time> changed: Boil/s);
    expect(pageOf(siteOf(bookOf(teaRule())), 'rules/tea-hot.html')).not.to.include('History');
  });
});

describe('a site that is written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rule-book-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const site = join(folder, 'site');

  it('has its style and script beside its pages, and replaces an earlier one', () => {
    writeSite(site, siteOf(bookOf(teaRule())));
    writeSite(site, siteOf(bookOf(teaRule({ id: 'tea-wet' }))));
    for (const path of ['index.html', 'rules/tea-wet.html', ...ASSETS]) expect(existsSync(join(site, path)), path).to.equal(true);
    expect(existsSync(join(site, 'rules/tea-hot.html'))).to.equal(false);
  });

  it('does not replace anything else', () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'index.html'), 'mine');
    expect(() => writeSite(other, siteOf(bookOf(teaRule()))))
      .to.throw(KitError)
      .with.property('code', 'usage/in-the-way');
    expect(readFileSync(join(other, 'index.html'), 'utf8')).to.equal('mine');
  });
});
