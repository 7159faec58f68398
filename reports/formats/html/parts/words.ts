import type { Verdict } from '../../../document/report.js';
import { type Html, html } from '../html.js';
import { shown } from '../story/values.js';

/** A verdict as people say it. */
export function verdictWords(verdict: Verdict): string {
  return verdict.replaceAll('-', ' ');
}

/** A verdict in a colour and with a sign of its own; the word stands beside it. */
export function verdictMark(verdict: Verdict): Html {
  return html`<span class="mark ${verdict}">${verdictWords(verdict)}</span>`;
}

/** A command that somebody may want to copy. */
export function command(text: string): Html {
  return html`<div class="command"><code>${shown(text)}</code></div>`;
}

/** Names and values; a pair without a value is left out. */
export function facts(pairs: readonly (readonly [string, Html | string])[]): Html {
  const told = pairs.filter(([, value]) => value !== '');
  return html`<dl class="facts">${told.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>`;
}
