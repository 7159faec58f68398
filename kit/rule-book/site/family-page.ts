import { type Html, html } from '../../../reports/formats/html/html.js';
import type { Chapter, Section, ToldRule } from '../book.js';
import type { Page } from './page.js';
import { deviatesHtml, familyPath, footerOf, levelClass, rulePath, type Site } from './site.js';

/** The page of a family: its sections with their prose, and the statements of its rules. */
export function familyPage(site: Site, { family, about, sections }: Chapter): Page {
  return {
    path: familyPath(family),
    title: `${family}: ${about}`,
    trail: [{ title: 'The rule book', link: '../index.html' }],
    footer: footerOf(site),
    body: html`<h1>${family}: ${about}</h1>
${sections.map(sectionHtml)}`,
  };
}

function sectionHtml({ id, title, prose, rules }: Section): Html {
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${prose.map((text) => html`<p>${text}</p>\n`)}${rules.map(ruleHtml)}</section>
`;
}

function ruleHtml(rule: ToldRule): Html {
  return html`<article class="rule">
<h3 id="${rule.id}"><a href="../${rulePath(rule.id)}">${rule.title}</a></h3>
<p class="mark"><span class="${levelClass(rule)}">${rule.level}</span> <code>${rule.id}</code>${deviatesHtml(rule)}</p>
<p>${rule.statement}</p>
</article>
`;
}
