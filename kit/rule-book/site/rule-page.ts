import { type Html, html, withCode } from '../../../reports/formats/html/html.js';
import { nameDocument } from '../../catalogue/documents.js';
import type { Section, ToldRule } from '../book.js';
import type { Finding } from '../findings.js';
import type { Change } from '../history.js';
import { exampleHtml, stepsHtml } from './example-html.js';
import type { Page } from './page.js';
import { familyPath, footerOf, levelClass, rulePath, type Site } from './site.js';

/** The page of one rule, and links to those before and after it in the book. */
export function rulePage(site: Site, section: Section, rule: ToldRule, before?: ToldRule, after?: ToldRule): Page {
  const history = site.history.get(rule.id) ?? [];
  return {
    path: rulePath(rule.id),
    title: `${rule.id}: ${rule.title}`,
    trail: [
      { title: 'The rule book', link: '../index.html' },
      { title: rule.family, link: `../${familyPath(rule.family)}` },
      { title: section.title, link: `../${familyPath(rule.family)}#${section.id}` },
    ],
    footer: footerOf(site),
    body: html`<p class="mark"><span class="${levelClass(rule)}">${rule.level}</span> <code>${rule.id}</code></p>
<h1>${rule.title}</h1>
<p class="statement">${rule.statement}</p>
${rule.findings.map(findingHtml)}${factsHtml(rule)}
<h2>Scenarios</h2>
${section.background.length === 0 ? '' : html`<p>Each begins with</p>\n${stepsHtml(section.background)}\n`}
${rule.examples.map(exampleHtml)}<p class="note">From <code>${section.path}</code></p>
<h2>What breaks it</h2>
${brokenHtml(rule)}
<h2>Sources</h2>
<ul>${rule.sources.map(({ document, where }) => html`<li>${documentHtml(document)}: ${where}</li>\n`)}</ul>
${rule.sentences.length === 0 ? '' : sentencesHtml(rule)}${history.length === 0 ? '' : historyHtml(history)}<h2>Judge it alone</h2>
<pre><code>npx fwctl-conformance run --rule ${rule.id}</code></pre>
<nav class="neighbours" aria-label="Rules before and after this one">${neighbour('Before', before)}${neighbour('After', after)}</nav>`,
  };
}

function findingHtml({ title, facts }: Finding): Html {
  return html`<aside class="finding">
<h2>Linux deviates: ${title}</h2>
<dl>${facts.map(({ label, text }) => html`<dt>${label}</dt><dd>${withCode(text)}</dd>\n`)}</dl>
</aside>
`;
}

function factsHtml({ accepted, needs, since, until }: ToldRule): Html {
  return html`<dl class="facts">
<dt>Accepted</dt><dd>${accepted.join('; ') || 'as the rule says'}</dd>
<dt>Needs</dt><dd>${needs.join(', ') || 'nothing beyond open, ioctl and close'}</dd>
${since === undefined ? '' : html`<dt>Since</dt><dd>Linux ${since}</dd>\n`}${until === undefined ? '' : html`<dt>Until</dt><dd>Linux ${until}</dd>\n`}</dl>`;
}

function brokenHtml({ broken }: ToldRule): Html {
  if (broken.length === 0) return html`<p>No broken subject shows that this rule bites.</p>`;
  return html`<dl>${broken.map(
    ({ name, summary }) => html`<dt>${summary}</dt><dd><code>npx fwctl-conformance run --broken ${name}</code></dd>\n`,
  )}</dl>`;
}

/** The sentences in our words; whoever wants theirs finds them by their places. */
function sentencesHtml({ sentences }: ToldRule): Html {
  return html`<h3>Sentences that lead to it</h3>
<ul>${sentences.map(({ document, where, about }) => html`<li>${about} <small>${documentHtml(document)}: ${where}</small></li>\n`)}</ul>
`;
}

function documentHtml(document: string): Html {
  const named = nameDocument(document);
  return named.kind === 'kernel' ? html`<code>${named.path}</code>` : html`${named.title}`;
}

function historyHtml(changes: readonly Change[]): Html {
  return html`<h2>History</h2>
<ul>${changes.map(
    ({ date, subject, commit }, index) =>
      html`<li><time datetime="${date}">${date}</time> ${index === 0 ? 'written' : 'changed'}: ${subject} <code>${commit}</code></li>\n`,
  )}</ul>
`;
}

function neighbour(word: string, rule: ToldRule | undefined): Html {
  return rule === undefined ? html`<span></span>` : html`<a href="${rule.id}.html"><small>${word}</small> ${rule.title}</a>`;
}
