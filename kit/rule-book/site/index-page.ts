import { type Html, html } from '../../../reports/formats/html/html.js';
import { type Chapter, rulesOf, type ToldRule } from '../book.js';
import { openingOf } from '../opening.js';
import type { Page } from './page.js';
import { deviatesHtml, familyPath, footerOf, levelClass, rulePath, type Site } from './site.js';

/** The first page: every rule by its title, and a search among them. */
export function indexPage(site: Site): Page {
  const { book } = site;
  const deviations = rulesOf(book).flatMap((rule) => rule.findings.map((finding) => ({ rule, finding })));
  return {
    path: 'index.html',
    title: 'The rule book of fwctl',
    trail: [],
    footer: footerOf(site),
    scripts: ['search.js'],
    body: html`<h1>The rule book of fwctl</h1>
<p>${openingOf(book)}</p>
<form class="search" role="search" hidden>
<label for="search">Search</label>
<input id="search" type="search" autocomplete="off" placeholder="a word, an errno, an id, a file of the kernel">
<output for="search" aria-live="polite"></output>
</form>
<nav aria-label="Families"><ul class="families">${book.chapters.map(
      ({ family }) => html`<li><a href="#family-${family}">${family}</a></li>\n`,
    )}</ul></nav>
${book.chapters.map(chapterHtml)}
<section>
<h2>Where Linux deviates</h2>
<ul>${deviations.map(({ rule, finding }) => html`<li><a href="${rulePath(rule.id)}">${finding.title}</a></li>\n`)}</ul>
</section>
<section>
<h2>Words</h2>
<dl>${book.words.map(({ word, meaning }) => html`<dt>${word}</dt><dd>${meaning}</dd>\n`)}</dl>
</section>`,
  };
}

function chapterHtml({ family, about, sections }: Chapter): Html {
  return html`<section class="family" aria-labelledby="family-${family}">
<h2 id="family-${family}"><a href="${familyPath(family)}">${family}</a> <small>${about}</small></h2>
<ul class="rules">${sections.flatMap(({ rules }) => rules.map(entryHtml))}</ul>
</section>
`;
}

function entryHtml(rule: ToldRule): Html {
  return html`<li data-words="${wordsOf(rule)}"><span class="${levelClass(rule)}">${rule.level}</span> <a href="${rulePath(rule.id)}">${rule.title}</a> <span class="place"><code>${rule.id}</code>${deviatesHtml(rule)}</span></li>
`;
}

/** What a rule is found by, in small letters. */
function wordsOf({ id, level, title, statement, accepted, sources, sentences, examples, broken }: ToldRule): string {
  const places = sources.flatMap(({ document, where }) => [document, where]);
  const names = examples.map(({ name }) => name);
  const told = broken.flatMap(({ name, summary }) => [name, summary]);
  const abouts = sentences.map(({ about }) => about);
  return [id, level, title, statement, ...accepted, ...places, ...abouts, ...names, ...told].join(' ').toLowerCase();
}
