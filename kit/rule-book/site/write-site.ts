import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PACKAGE_ROOT } from '../../catalogue/load.js';
import { KitError } from '../../errors.js';
import { GENERATOR, type SiteFile } from './page.js';

/** Files of the site that are not made, by their names in its root. */
const ASSETS = ['style.css', 'search.js'] as const;

/**
 * Writes the site into a folder of its own. What an earlier site left there is removed, so that no page of a rule stays
 * that is none any more.
 * @throws KitError usage/in-the-way
 */
export function writeSite(folder: string, pages: readonly SiteFile[]): void {
  if (!isOurs(folder)) throw inTheWay(folder);
  rmSync(folder, { recursive: true, force: true });
  const assets = ASSETS.map((name) => ({ path: name, text: readFileSync(new URL(`kit/rule-book/site/${name}`, PACKAGE_ROOT), 'utf8') }));
  for (const { path, text } of [...pages, ...assets]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
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
