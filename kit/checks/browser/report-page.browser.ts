import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import type { WrittenReport } from '../../../reports/document/report.js';
import { findBarriers } from './axe.js';
import { openPage, startChromium, takePicture } from './chromium.js';
import { hostile, hostileText, judgeBroken, multiplied, samplesFolder, shortened, writePage } from './sample-reports.js';

const BROKEN = { name: 'mlx5-mkey-is-configuration', rule: 'mlx5-scope1-table' };

describe('the page of a report', () => {
  const folder = samplesFolder();
  let browser: Browser;
  let report: WrittenReport;
  let path: string;
  /** Of a few rules, since axe looks at every element. */
  let short: string;
  before(async () => {
    browser = await startChromium();
    report = judgeBroken(BROKEN.name, folder);
    path = await writePage(report, folder, 'report');
    short = await writePage(shortened(report, ['scope', 'mlx5', 'function']), folder, 'short');
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const rule = (page: Page, id: string) => page.locator(`details.rule[id="${id}"]`);
  const shownRules = (page: Page): Promise<number> => page.locator('details.rule:visible').count();
  const found = (page: Page): Promise<string | null> => page.locator('.found output').textContent();

  for (const colorScheme of ['light', 'dark'] as const)
    it(`has no barrier that axe knows, ${colorScheme}, with scenarios open`, async () => {
      const { page, requests, mishaps } = await openPage(browser, short, { colorScheme });
      await takePicture(page, `report-${colorScheme}`);
      await page.locator('.culprit a').first().click();
      await page.locator('.story .calls').first().waitFor();
      await takePicture(page, `failed-scenario-${colorScheme}`);
      await rule(page, 'scope-full-needs-rawio').locator('> summary').click();
      await rule(page, 'scope-full-needs-rawio').locator('details.case > summary').first().click();
      await page.locator('.story').nth(1).waitFor();
      expect(await findBarriers(page)).to.deep.equal([]);
      expect([requests, mishaps]).to.deep.equal([[], []]);
      await page.close();
    });

  it('fits a narrow screen', async () => {
    const { page } = await openPage(browser, path, { viewport: { width: 360, height: 740 } });
    await page.locator('.culprit a').first().click();
    await page.locator('.story .calls').first().waitFor();
    await takePicture(page, 'failed-scenario-narrow');
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).to.be.at.most(360);
    const cutOff = "[...document.querySelectorAll('.story .wide:has(.looks)')].filter((box) => box.scrollWidth > box.clientWidth).length";
    expect(await page.evaluate<number>(cutOff)).to.equal(0);
    expect(await page.locator('.looks').first().getByRole('row').count()).to.be.greaterThan(1);
    await page.close();
  });

  it('shows what its address names below the filter, however high that is', async () => {
    for (const width of [400, 800, 1280]) {
      const { page } = await openPage(browser, path, { viewport: { width, height: 740 } });
      await page.locator('.culprit a').first().click();
      await page.locator('.story .calls').first().waitFor();
      const heads = page.locator('details.case[open] > summary, form.filter');
      const [filter, head] = await Promise.all([heads.first().boundingBox(), heads.last().boundingBox()]);
      expect(head?.y ?? 0, String(width)).to.be.at.least(Math.max(0, (filter?.y ?? 0) + (filter?.height ?? 0)));
      await page.close();
    }
  });

  it('says the result and the failure first, with what was expected and what came', async () => {
    const { page } = await openPage(browser, path);
    expect(await page.locator('h1').textContent()).to.equal('Non-conformant');
    expect(await page.locator('h2').first().textContent()).to.contain('What failed');
    const card = page.locator('.card').first();
    expect(await card.textContent())
      .to.contain(BROKEN.rule)
      .and.contain(`--broken ${BROKEN.name} --seed 1 --rule ${BROKEN.rule}`);
    expect(await card.locator('.expected mark').first().textContent()).to.equal('refused');
    expect(await card.locator('.actual mark').first().textContent()).to.equal('admitted');
    await page.close();
  });

  it('tells the calls of a failed scenario, decoded, with what the firmware got', async () => {
    const { page } = await openPage(browser, path);
    await page.locator('.culprit a').first().click();
    const story = page.locator('.story').first();
    expect(await story.locator('ul.steps').textContent()).to.contain('the caller');
    const calls = await story.locator('.by-step').textContent();
    expect(calls).to.contain('FWCTL_RPC').and.contain('scope configuration').and.contain('QUERY_MKEY').and.contain('the firmware has got');
    expect(await story.locator('.by-step > .ended + .calls, .by-step > .ended:last-child').count()).to.equal(1);
    expect(await story.locator('.fields').first().textContent()).to.contain('out_len');
    await page.close();
  });

  it('is filtered from the keyboard alone', async () => {
    const { page } = await openPage(browser, path);
    const all = await shownRules(page);
    expect(all).to.equal(report.rules.length);
    await page.keyboard.press('/');
    await page.keyboard.type('taint');
    expect(await shownRules(page)).to.be.within(1, all - 1);
    expect(await found(page)).to.equal(`${await shownRules(page)} of ${all} rules`);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Tab');
    await page.keyboard.type('mlx5');
    const family = report.rules.filter(({ id }) => id.startsWith('mlx5-')).length;
    expect(await found(page)).to.equal(`${family} of ${all} rules`);
    await page.keyboard.press('Tab');
    await page.keyboard.type('SHOULD');
    const should = report.rules.filter(({ id, level }) => id.startsWith('mlx5-') && level === 'SHOULD').length;
    expect(await found(page)).to.equal(`${should} of ${all} rules`);
    await page.keyboard.press('Home');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await found(page)).to.equal(`1 of ${all} rules`);
    await rule(page, BROKEN.rule).locator('> summary').focus();
    await page.keyboard.press('Enter');
    expect(await rule(page, BROKEN.rule).getAttribute('open')).not.to.equal(null);
    await page.getByRole('button', { name: 'Show every rule' }).press('Enter');
    await page.locator('.found output', { hasText: `${all} of ${all} rules` }).waitFor();
    await page.close();
  });

  it('opens the rule, and the scenario, that its address names', async () => {
    const [scenario] = report.rules.find(({ id }) => id === BROKEN.rule)?.scenarios ?? [];
    const line = scenario?.location.split(':').at(-1);
    const { page } = await openPage(browser, `${path}#${BROKEN.rule}:${line}`);
    const target = page.locator(`details.case[id="${BROKEN.rule}:${line}"]`);
    await target.locator('.story').waitFor();
    expect(await rule(page, BROKEN.rule).getAttribute('open')).not.to.equal(null);
    expect(await page.evaluate('document.activeElement.parentElement.id')).to.equal(`${BROKEN.rule}:${line}`);
    await page.locator('#words').fill('taint');
    await page.evaluate('location.hash = "scope-full-needs-rawio"');
    await rule(page, 'scope-full-needs-rawio').locator('.statement').waitFor({ state: 'visible' });
    await page.close();
  });

  it('has on paper every rule with its scenarios, and the calls of those that failed', async () => {
    const { page } = await openPage(browser, path);
    await page.locator('.story .calls').first().waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator('details.rule > .body:visible').count()).to.equal(report.rules.length);
    const scenarios = report.rules.reduce((sum, { scenarios: all }) => sum + all.length, 0);
    expect(await page.locator('details.case > summary:visible').count()).to.equal(scenarios);
    expect(await page.locator('.story .calls').first().isVisible()).to.equal(true);
    expect(await page.locator('.filter select:visible').count()).to.equal(0);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await page.locator('details.rule[open]').count()).to.equal(0);
    await page.close();
  });

  it('has every rule and verdict without scripts', async () => {
    const { page } = await openPage(browser, path, { javaScriptEnabled: false });
    expect(await page.locator('details.rule > summary').count()).to.equal(report.rules.length);
    expect(await page.locator('details.rule > summary').last().isVisible()).to.equal(true);
    expect(await page.locator('noscript').textContent()).to.contain('Without scripts');
    await page.close();
  });

  describe('with something hostile in it', () => {
    let hits = 0;
    const server = createServer((_, response) => {
      hits += 1;
      response.end();
    });
    let url: string;
    before(async () => {
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
      url = `http://127.0.0.1:${Object(server.address()).port}/x`;
    });
    after(() => server.close());

    it('runs nothing of it, asks nothing of the network, and shows it as text', async () => {
      const evil = hostileText(url);
      const { page, mishaps } = await openPage(browser, await writePage(hostile(report, evil), folder, 'hostile'));
      await page.getByRole('button', { name: 'Unfold every call' }).click();
      await page.locator('.unfold:enabled').waitFor({ timeout: 60_000 });
      expect(await page.locator('.story').count()).to.be.greaterThan(20);
      expect(mishaps).to.deep.equal([]);
      expect(await page.locator('img, iframe, object, a:not([href^="#"])').count()).to.equal(0);
      const text = await page.locator('body').textContent();
      expect(text).to.contain('</script><script>alert(1)</script>').and.contain('\\u{202e}').and.contain('more characters in report.json');
      expect(text).not.to.match(/[^\P{Cc}\n\t]|[\p{Cf}\p{Cs}]/u);
      expect(hits).to.equal(0);
      await page.close();
    });

    it('has a policy under which nothing else runs, even if it came into the page', async () => {
      const { page } = await openPage(browser, path);
      await page.evaluate(`
        const script = document.createElement('script');
        script.textContent = 'document.title = "taken over"';
        const image = document.createElement('img');
        image.src = '${url}';
        document.body.append(script, image);
        document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="document.title = 1"><style>body { display: none }</style>');
      `);
      await page.waitForTimeout(200);
      expect(await page.title()).to.contain(BROKEN.name);
      expect(await page.locator('h1').isVisible()).to.equal(true);
      expect(hits).to.equal(0);
      await page.close();
    });
  });

  it('says so where the browser cannot unpack what a scenario did', async () => {
    const { page } = await openPage(browser, path);
    await page.evaluate('delete window.DecompressionStream');
    await rule(page, 'scope-full-needs-rawio').locator('> summary').click();
    await rule(page, 'scope-full-needs-rawio').locator('details.case > summary').first().click();
    await page.getByText('cannot unpack').waitFor();
    await page.close();
  });

  it('stays usable with 10,000 scenarios', async () => {
    const many = multiplied(report, 9);
    const large = await writePage(many, folder, 'large');
    const began = performance.now();
    const { page } = await openPage(browser, large);
    expect(await page.locator('details.case').count()).to.be.greaterThan(10_000);
    expect(await found(page)).to.equal(`${report.rules.length} of ${report.rules.length} rules`);
    expect(performance.now() - began, 'milliseconds until it can be used').to.be.below(10_000);
    const filtered = await page.evaluate<number>(`(() => {
      const began = performance.now();
      const words = document.querySelector('#words');
      words.value = 'taint';
      words.dispatchEvent(new Event('input', { bubbles: true }));
      document.body.offsetHeight;
      return performance.now() - began;
    })()`);
    expect(filtered, 'milliseconds of filtering').to.be.below(2_000);
    await page.locator('.culprit a').first().click();
    await page.locator('.story .calls').first().waitFor();
    await page.close();
  });
});
