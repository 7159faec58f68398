import type { HonestyFinding } from '../../../../kit/subject/port.js';
import type { WaiverReport } from '../../../document/report.js';
import { byReason } from '../../by-reason.js';
import { type Html, html } from '../html.js';
import { counted, shown } from '../story/values.js';
import { hasNotRun, type ToldReport, type WrittenRule } from '../told-report.js';
import { facts } from './words.js';

/** What is neither good nor bad: rules that nobody could judge, by the reason why, waivers, and what a subject wrongly says of itself. */
export function undecidedHtml({ report }: ToldReport): Html {
  const { rules, waivers, subject } = report;
  const withVerdict = (verdict: string): readonly WrittenRule[] => rules.filter((rule) => rule.verdict === verdict);
  return html`${groupsHtml('not-run', 'What did not run', rules.filter(hasNotRun))}${groupsHtml(
    'not-testable',
    'What was not judged',
    withVerdict('not-testable'),
  )}${waivers.length === 0 ? '' : waiversHtml(waivers)}${
    subject.honesty.length === 0 ? '' : honestyHtml(subject.honesty)
  }${groupsHtml('not-applicable', 'What does not apply', withVerdict('not-applicable'))}`;
}

function groupsHtml(id: string, title: string, rules: readonly WrittenRule[]): Html | '' {
  if (rules.length === 0) return '';
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title} <span class="count">${rules.length}</span></h2>
${[...byReason(rules)].map(
  ([reason, alike]) => html`<details class="plain"><summary>${counted(alike.length, 'rule')}: ${shown(reason)}</summary>
<ul>${alike.map((rule) => html`<li><a href="#${rule.id}">${shown(rule.title)}</a></li>\n`)}</ul></details>
`,
)}</section>
`;
}

function waiversHtml(waivers: readonly WaiverReport[]): Html {
  return html`<section aria-labelledby="waivers">
<h2 id="waivers">Waivers <span class="count">${waivers.length}</span></h2>
${waivers.map(
  ({ rule, state, reason, owner, expires, link }) => html`<h3 class="waiver"><a href="#${shown(rule)}"><code>${shown(rule)}</code></a></h3>
${facts([
  ['State', state],
  ['Reason', shown(reason)],
  ['Owner', shown(owner)],
  ['Until', shown(expires)],
  ['Link', shown(link)],
])}
`,
)}</section>
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
