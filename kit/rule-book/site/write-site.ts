import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PACKAGE_ROOT } from '../../catalogue/load.js';
import { KitError } from '../../errors.js';
import { makeFolder } from '../../make-folder.js';
import { GENERATOR, type SiteFile } from './page.js';

/** Files of the site that are not made, by their names in its root: each is put together of these, the look that of a report. */
const ASSETS = {
  'style.css': ['reports/formats/html/page/tokens.css', 'reports/formats/html/page/frame.css', 'kit/rule-book/site/style.css'],
  'search.js': ['kit/rule-book/site/search.js'],
} as const;

/**
 * Writes the site into a folder of its own. What an earlier site left there is removed, so that no page of a rule stays
 * that is none any more.
 * @throws KitError usage/in-the-way
 */
export function writeSite(folder: string, pages: readonly SiteFile[]): void {
  if (!isOurs(folder)) throw inTheWay(folder);
  rmSync(folder, { recursive: true, force: true });
  const assets = Object.entries(ASSETS).map(([path, parts]) => ({ path, text: parts.map(read).join('') }));
  for (const { path, text } of [...pages, ...assets]) {
    makeFolder(dirname(join(folder, path)));
    writeFileSync(join(folder, path), text);
  }
}

function read(path: string): string {
  return readFileSync(new URL(path, PACKAGE_ROOT), 'utf8');
}

function isOurs(folder: string): boolean {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return true;
  const index = join(folder, 'index.html');
  return existsSync(index) && readFileSync(index, 'utf8').includes(`<meta name="generator" content="${GENERATOR}">`);
}

function inTheWay(folder: string): KitError {
  return new KitError('usage/in-the-way', {
    summary: `there is something else in ${folder}`,
    expected: 'a folder that is not there, that is empty, or that holds an earlier site',
    received: 'a folder with other files, which would be lost',
    attempt: 'another folder',
  });
}
