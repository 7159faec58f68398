import { rulesOf, type ToldRule } from '../book.js';
import { familyPage } from './family-page.js';
import { indexPage } from './index-page.js';
import { renderPage, type SiteFile } from './page.js';
import { rulePage } from './rule-page.js';
import type { Site } from './site.js';

/** Every page of the site, without its style and script. */
export function renderSite(site: Site): readonly SiteFile[] {
  const { book } = site;
  const order = rulesOf(book);
  const at = (rule: ToldRule, step: number): ToldRule | undefined => order[order.indexOf(rule) + step];
  const rules = book.chapters.flatMap(({ sections }) =>
    sections.flatMap((section) => section.rules.map((rule) => rulePage(site, section, rule, at(rule, -1), at(rule, 1)))),
  );
  return [indexPage(site), ...book.chapters.map((chapter) => familyPage(site, chapter)), ...rules].map(renderPage);
}
