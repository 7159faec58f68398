import { repeatRule } from '../../../document/repeat.js';
import type { Verdict } from '../../../document/report.js';
import { type Html, html } from '../html.js';
import { tellLook } from '../story/tell-difference.js';
import type { WrittenScenario } from '../story/tell-scenario.js';
import type { Piece } from '../story/told.js';
import { counted, shown } from '../story/values.js';
import { anchorOf, byUrgency, hasNotRun, type ToldReport, type ToldRule } from '../told-report.js';
import { command, verdictMark } from './words.js';

/** Of many scenarios that ended badly, how many are told with their rule. */
const TOLD = 3;

const TITLES = [
  ['failed', 'What failed'],
  ['broken', 'What broke, or was not tried to the end'],
  ['warned', 'What was warned of'],
  ['known-failure', 'What failed and is waived'],
] as const satisfies readonly (readonly [Verdict, string])[];

/** The rules that somebody has to look at, with what was expected and what came. */
export function attentionHtml(told: ToldReport): Html {
  return html`${TITLES.map(([verdict, title]) => {
    const rules = told.rules.filter(({ rule }) => rule.verdict === verdict && !hasNotRun(rule));
    if (rules.length === 0) return '';
    return html`<section class="attention" aria-labelledby="${verdict}">
<h2 id="${verdict}">${title} <span class="count">${rules.length}</span></h2>
${rules.map((each) => cardHtml(each, told))}</section>
`;
  })}`;
}

function cardHtml({ rule, record }: ToldRule, { report }: ToldReport): Html {
  const culprits = byUrgency(rule).filter(({ scenario }) => scenario.verdict !== 'passed');
  const untold = culprits.length - TOLD;
  return html`<article class="card ${rule.verdict}">
<p class="over">${verdictMark(rule.verdict)} <span class="level">${rule.level}</span> <code>${shown(rule.id)}</code></p>
<h3><a href="#${rule.id}">${shown(rule.title)}</a></h3>
${record === undefined ? '' : html`<p>${record.statement}</p>\n`}${culprits.length === 0 && rule.reason !== undefined ? html`<p>${shown(rule.reason)}</p>\n` : ''}${culprits
  .slice(0, TOLD)
  .map(
    ({ scenario }) => html`<div class="culprit">
<h4>${shown(scenario.name)}</h4>
${unmetHtml(scenario)}<p class="more"><a href="#${anchorOf(rule, scenario)}">See every call<span class="unseen"> of ${shown(scenario.name)}</span></a> <span class="quiet">${shown(scenario.location)}</span></p>
</div>
`,
  )}${untold > 0 ? html`<p class="more"><a href="#${rule.id}">and ${counted(untold, 'more scenario')}<span class="unseen"> of ${shown(rule.title)}</span></a></p>\n` : ''}<p class="label">Repeat it</p>
${command(repeatRule(report, rule.id))}
</article>
`;
}

function unmetHtml({ evidence, reason }: WrittenScenario): Html {
  const unmet = evidence.expectations.find(({ held }) => !held);
  if (unmet === undefined) return html`${reason === undefined ? '' : html`<p>${shown(reason)}</p>\n`}`;
  const { what, expected, actual } = tellLook(unmet);
  return html`<dl class="comparison">
<div><dt>Looked at</dt><dd>${what}</dd></div>
<div class="expected"><dt>Expected</dt><dd>${piecesHtml(expected)}</dd></div>
<div class="actual"><dt>Actual</dt><dd>${piecesHtml(actual)}</dd></div>
</dl>
`;
}

function piecesHtml(pieces: readonly Piece[]): Html {
  return html`${pieces.map(({ text, differs }) => (differs ? html`<mark>${text}</mark>` : text))}`;
}
