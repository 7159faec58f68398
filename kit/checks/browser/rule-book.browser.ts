import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { type Book, rulesOf } from '../../rule-book/book.js';
import { readBook } from '../../rule-book/read-book.js';
import { renderSite } from '../../rule-book/site/pages.js';
import { writeSite } from '../../rule-book/site/write-site.js';
import { findBarriers } from './axe.js';
import { openPage, startChromium, takePicture } from './chromium.js';
import { samplesFolder } from './sample-reports.js';

describe('the site of the rule book', () => {
  const folder = samplesFolder();
  const site = join(folder, 'site');
  let browser: Browser;
  let book: Book;
  before(async () => {
    book = await readBook();
    const rules = rulesOf(book).map(({ id }) => [id, [{ date: '2026-01-01', subject: 'Write it', commit: 'a1' }]] as const);
    writeSite(site, renderSite({ book, history: new Map(rules), version: '1.2.3' }));
    browser = await startChromium();
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const shown = (page: Page): Promise<number> => page.locator('[data-words]:visible').count();

  /** A page of each kind; the rule is one that has a finding about Linux, tables, broken subjects and a history. */
  const pages = (): readonly (readonly [string, string])[] => {
    const rule = rulesOf(book).find(({ findings, examples }) => findings.length > 0 && examples.some(({ tables }) => tables.length > 0));
    expect(rule).not.to.equal(undefined);
    return [
      ['index', 'index.html'],
      ['family', `families/${rule?.family}.html`],
      ['rule', `rules/${rule?.id}.html`],
    ];
  };

  for (const colorScheme of ['light', 'dark'] as const)
    it(`has no barrier that axe knows, ${colorScheme}`, async () => {
      for (const [name, path] of pages()) {
        const { page, requests, mishaps } = await openPage(browser, join(site, path), { colorScheme });
        await takePicture(page, `rule-book-${name}-${colorScheme}`);
        // Before axe, which reads the style sheet in a way that a browser refuses for files.
        expect([requests, mishaps]).to.deep.equal([[], []]);
        expect(await findBarriers(page), path).to.deep.equal([]);
        await page.close();
      }
    });

  it('fits a narrow screen', async () => {
    for (const [name, path] of pages()) {
      const { page } = await openPage(browser, join(site, path), { viewport: { width: 360, height: 740 } });
      await takePicture(page, `rule-book-${name}-narrow`);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth'), path).to.be.at.most(360);
      await page.close();
    }
  });

  it('finds rules from the keyboard, and goes to the first of them', async () => {
    const { page } = await openPage(browser, join(site, 'index.html'));
    const all = rulesOf(book).length;
    expect(await shown(page)).to.equal(all);
    await page.keyboard.press('/');
    await page.keyboard.type('rawio full debug');
    expect(await shown(page)).to.be.within(1, all / 4);
    expect(await page.locator('form.search output').textContent()).to.equal(`${await shown(page)} of ${all} rules`);
    const first = await page.locator('[data-words]:visible a').first().textContent();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/rules/*.html');
    expect(await page.locator('h1').textContent()).to.equal(first);
    await page.close();
  });

  it('shows a family that is chosen below the search', async () => {
    const { page } = await openPage(browser, join(site, 'index.html'), { viewport: { width: 800, height: 600 } });
    await page.getByRole('link', { name: 'taint', exact: true }).first().click();
    const [search, family] = await Promise.all([page.locator('form.search').boundingBox(), page.locator('#family-taint').boundingBox()]);
    expect(family?.y).to.be.at.least((search?.y ?? 0) + (search?.height ?? 0));
    await page.close();
  });

  it('can be searched from the page of a rule', async () => {
    const { page } = await openPage(browser, join(site, 'rules/scope-full-needs-rawio.html'));
    await page.getByLabel('Search').fill('EFAULT');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/index.html?q=EFAULT');
    expect(await shown(page)).to.be.within(1, rulesOf(book).length / 4);
    await page.close();
  });
});
