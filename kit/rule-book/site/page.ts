import { type Html, html } from '../../../reports/formats/html/html.js';

/** A file of the site. `path` is from its root, with slashes. */
export type SiteFile = { readonly path: string; readonly text: string };

/** `trail` are the pages above this one, from the root on, as links from this page. */
export type Page = {
  readonly path: string;
  readonly title: string;
  readonly trail: readonly { readonly title: string; readonly link: string }[];
  readonly body: Html;
  readonly footer: string;
  /** Scripts, by their paths from the root. */
  readonly scripts?: readonly string[];
};

/** By this a folder is known as one that the site was written into. */
export const GENERATOR = 'fwctl-conformance rule book';

/** The way from a page back to the root of the site, as the beginning of a relative link. */
function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}

export function renderPage({ path, title, trail, body, footer, scripts = [] }: Page): SiteFile {
  const root = rootOf(path);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${GENERATOR}">
<title>${title}</title>
<link rel="stylesheet" href="${root}style.css">
${scripts.map((script) => html`<script src="${root}${script}" defer></script>\n`)}</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
${topHtml(root, trail)}<main id="main">
${body}
</main>
<footer><p>${footer}</p></footer>
</body>
</html>
`;
  return { path, text: page.text };
}

/** The way back, and on every page but the first a search that leads there. */
function topHtml(root: string, trail: Page['trail']): Html {
  const way = trail.map(({ title, link }) => html`<li><a href="${link}">${title}</a></li>`);
  return html`<header class="top">
${trail.length === 0 ? html`<p><strong>fwctl-conformance</strong></p>` : html`<nav aria-label="Where this page is"><ol>${way}</ol></nav>`}
${trail.length === 0 ? '' : html`<form role="search" action="${root}index.html"><label for="q">Search</label><input id="q" name="q" type="search" autocomplete="off"></form>`}
</header>
`;
}
