import { createHash } from 'node:crypto';
import type { WrittenReport } from '../../document/report.js';
import { RESULT_WORDS } from '../result-words.js';
import { dataHtml } from './data.js';
import { Html, html } from './html.js';
import { attentionHtml } from './parts/attention.js';
import { familiesHtml } from './parts/families.js';
import { headingHtml } from './parts/heading.js';
import { rulesHtml } from './parts/rules.js';
import { runHtml } from './parts/run.js';
import { undecidedHtml } from './parts/undecided.js';
import { shown } from './story/values.js';
import { type RuleTexts, type ToldReport, toldReport } from './told-report.js';

/** What the page looks like and how it behaves: the texts of the files in `page/`. */
export type PageFiles = { readonly style: string; readonly scripts: readonly string[] };

/**
 * The report as one page that needs nothing else: it asks nothing of the network, and its policy lets no script and no
 * style run but its own, whatever a subject said. Piece by piece, since it may be long.
 */
export function* renderHtml(report: WrittenReport, texts: RuleTexts, files: PageFiles): Iterable<string> {
  const told = toldReport(report, texts);
  yield headHtml(told, files).text;
  yield html`<body>
<a class="skip" href="#main">Skip to the result</a>
<header class="top"><p><strong>${shown(report.kit.name)}</strong> report</p>
<nav aria-label="Parts"><ul>${partsOf(told).map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav></header>
<main id="main">
${headingHtml(told)}${attentionHtml(told)}${undecidedHtml(told)}${familiesHtml(told)}
<noscript><p class="warning">Without scripts, this page has every rule and verdict; the calls are in report.json.</p></noscript>
`.text;
  for (const part of rulesHtml(told)) yield part.text;
  yield html`${runHtml(told)}</main>
<footer><p>${shown(report.kit.name)} ${shown(report.kit.version)}, rules ${shown(report.ruleSet.name)}. The document of record is report.json.</p></footer>
`.text;
  for (const part of dataHtml(told)) yield part.text;
  yield html`${files.scripts.map((script) => html`<script type="module">${new Html(script)}</script>\n`)}</body>\n</html>\n`.text;
}

function headHtml({ report: { subject, result } }: ToldReport, { style, scripts }: PageFiles): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style, scripts)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${shown(subject.name)} ${RESULT_WORDS[result]}</title>
<style>${new Html(style)}</style>
</head>
`;
}

function policy(style: string, scripts: readonly string[]): string {
  const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${scripts.map(hashOf).join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Where the links at the top of the page lead. */
function partsOf({ rules }: ToldReport): readonly (readonly [string, string])[] {
  const has = (verdict: string): boolean => rules.some(({ rule }) => rule.verdict === verdict);
  return [
    ...(has('failed') ? [['failed', 'Failed'] as const] : []),
    ...(has('not-testable') ? [['not-testable', 'Not judged'] as const] : []),
    ...(has('not-applicable') ? [['not-applicable', 'Not applicable'] as const] : []),
    ['families', 'Families'],
    ['rules', 'Rules'],
    ['run', 'This run'],
  ];
}
