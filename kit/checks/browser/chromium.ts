import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { PACKAGE_ROOT } from '../../catalogue/load.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const;

/** Nothing but the pages under test: no sandbox, since CI is root; no first run, no updates. */
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

/** Where pictures of the pages are kept. */
const PICTURES = fileURLToPath(new URL('dist/pictures', PACKAGE_ROOT));

/** The browser of this machine, or undefined where there is none. */
export function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** A fresh browser, with a profile of its own. */
export async function startChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('there is no Chromium on the PATH');
  return chromium.launch({ executablePath, args: [...ARGUMENTS] });
}

/** A page, and what it should never do: what it asked of the network, and what went wrong in it. */
export type WatchedPage = { readonly page: Page; readonly requests: readonly string[]; readonly mishaps: readonly string[] };

export async function openPage(browser: Browser, path: string, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 1000 }, ...options });
  const requests: string[] = [];
  const mishaps: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) requests.push(request.url());
  });
  page.on('pageerror', (error) => mishaps.push(String(error)));
  page.on('console', (message) => mishaps.push(message.text()));
  page.on('dialog', (dialog) => {
    mishaps.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(`file://${path}`);
  return { page, requests, mishaps };
}

export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}
