import type { HonestyFinding } from '../../../../kit/subject/port.js';
import type { WaiverReport } from '../../../document/report.js';
import { type Html, html } from '../html.js';
import { counted, shown } from '../story/values.js';
import type { ToldReport, ToldRule } from '../told-report.js';

/** What is neither good nor bad: rules that nobody could judge, by the reason why, waivers, and what a subject wrongly says of itself. */
export function undecidedHtml({ report, rules }: ToldReport): Html {
  const open = rules.filter(({ rule }) => rule.verdict === 'not-testable');
  return html`${open.length === 0 ? '' : openHtml(open)}${report.waivers.length === 0 ? '' : waiversHtml(report.waivers)}${
    report.subject.honesty.length === 0 ? '' : honestyHtml(report.subject.honesty)
  }`;
}

function openHtml(open: readonly ToldRule[]): Html {
  const byReason = new Map<string, ToldRule[]>();
  for (const told of open) {
    const reason = told.rule.reason ?? 'no reason given';
    byReason.set(reason, [...(byReason.get(reason) ?? []), told]);
  }
  return html`<section aria-labelledby="not-testable">
<h2 id="not-testable">What was not judged <span class="count">${open.length}</span></h2>
${[...byReason].map(
  ([reason, rules]) => html`<details class="plain"><summary>${counted(rules.length, 'rule')}: ${shown(reason)}</summary>
<ul>${rules.map(({ rule }) => html`<li><a href="#${rule.id}">${shown(rule.title)}</a></li>\n`)}</ul></details>
`,
)}</section>
`;
}

function waiversHtml(waivers: readonly WaiverReport[]): Html {
  return html`<section aria-labelledby="waivers">
<h2 id="waivers">Waivers <span class="count">${waivers.length}</span></h2>
<div class="wide" tabindex="0" role="group" aria-labelledby="waivers"><table><thead><tr>${[
    'Rule',
    'State',
    'Reason',
    'Owner',
    'Until',
    'Link',
  ].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${waivers.map(
    ({ rule, state, reason, owner, expires, link }) =>
      html`<tr><th scope="row"><a href="#${shown(rule)}"><code>${shown(rule)}</code></a></th>${[state, reason, owner, expires, link].map(
        (value) => html`<td>${shown(value)}</td>`,
      )}</tr>\n`,
  )}</tbody></table></div>
</section>
`;
}

const HONESTY_WORDS = {
  'declared-but-absent': 'declares it, and does not have it',
  'present-but-undeclared': 'has it, and does not declare it',
} as const satisfies Record<HonestyFinding['finding'], string>;

function honestyHtml(findings: readonly HonestyFinding[]): Html {
  return html`<section aria-labelledby="honesty">
<h2 id="honesty">What the subject says of itself and is not so</h2>
<ul>${findings.map(({ capability, finding }) => html`<li><code>${shown(capability)}</code>: ${HONESTY_WORDS[finding]}</li>\n`)}</ul>
</section>
`;
}
