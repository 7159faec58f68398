import type { Counts, RunResult } from '../../../document/report.js';
import { type Html, html } from '../html.js';
import { counted, shown } from '../story/values.js';
import type { ToldReport } from '../told-report.js';

/** Each count of the report under its name, with the colour that it has on the page. */
const COUNTS = [
  ['required', 'required', 'neutral'],
  ['executed', 'executed', 'neutral'],
  ['passed', 'passed', 'passed'],
  ['warned', 'warned', 'warned'],
  ['failed', 'failed', 'failed'],
  ['waived', 'waived', 'known-failure'],
  ['notTestable', 'not testable', 'not-testable'],
  ['notApplicable', 'not applicable', 'not-applicable'],
  ['broken', 'broken', 'broken'],
] as const satisfies readonly (readonly [keyof Counts, string, string])[];

const RESULT_TITLES = {
  conformant: 'Conformant',
  'conformant-with-waivers': 'Conformant with waivers',
  partial: 'Partial',
  'non-conformant': 'Non-conformant',
  inconclusive: 'Inconclusive',
} as const satisfies Record<RunResult, string>;

/** What else became of required rules than that they held; in the order in which it is said. */
const MISHAPS = [
  ['failed', 'failed'],
  ['broken', 'could not be judged, since something broke'],
  ['waived', 'failed and is waived', 'failed and are waived'],
  ['warned', 'was warned of', 'were warned of'],
  ['notTestable', 'was not judged', 'were not judged'],
] as const satisfies readonly (readonly [keyof Counts, string, string?])[];

/** A share of the bar is at least so wide, of a thousand, that it can be seen. */
const NARROWEST = 6;

/** Those that together are all required rules. */
const SHARES = COUNTS.filter(([name]) => ['passed', 'warned', 'failed', 'waived', 'notTestable', 'broken'].includes(name));

/** The result, and how it came about in numbers. */
export function headingHtml({ report }: ToldReport): Html {
  const { result, subject, counts } = report;
  return html`<section class="result ${result}" aria-labelledby="result">
<p class="subject">${shown(subject.name)} ${shown(subject.version)} <span class="quiet">${subject.kind}</span></p>
<h1 id="result">${RESULT_TITLES[result]}</h1>
<p class="says">${sentence(report)}</p>
${barHtml(counts)}
<dl class="counts">${COUNTS.map(
    ([name, words, colour]) => html`<div class="${counts[name] === 0 ? 'none' : colour}"><dt>${words}</dt><dd>${counts[name]}</dd></div>\n`,
  )}</dl>
</section>
${report.footer.complete ? '' : html`<p class="warning" role="note"><strong>This run did not come to its end</strong> (${report.footer.endedBy}), so it decides nothing.</p>\n`}${report.problems.map(
  (problem) => html`<p class="warning" role="note"><strong>Problem</strong> ${shown(problem)}</p>\n`,
)}`;
}

function sentence({ counts, rules }: ToldReport['report']): string {
  const applicable = rules.filter(({ verdict }) => verdict !== 'not-applicable');
  const scenarios = applicable.reduce((sum, rule) => sum + rule.scenarios.length, 0);
  const mishaps = MISHAPS.flatMap(([name, one, many = one]) =>
    counts[name] === 0 ? [] : [`${counts[name]} ${counts[name] === 1 ? one : many}`],
  );
  const held =
    counts.passed === counts.required
      ? `All ${counts.required} required rules held`
      : `${counts.passed} of ${counts.required} required rules held`;
  return `${[held, ...mishaps].join('; ')}. ${counted(scenarios, 'scenario')} in all.`;
}

/** The shares of the required rules as a bar; the numbers stand below it. */
function barHtml(counts: Counts): Html {
  const total = Math.max(
    1,
    SHARES.reduce((sum, [name]) => sum + counts[name], 0),
  );
  let from = 0;
  const parts = SHARES.map(([name, , colour]) => {
    const width = counts[name] === 0 ? 0 : Math.max(NARROWEST, (counts[name] / total) * 1000);
    const part = html`<rect class="${colour}" x="${from}" y="0" width="${width}" height="10"></rect>`;
    from += width;
    return part;
  });
  return html`<svg class="bar" viewBox="0 0 ${from} 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">${parts}</svg>`;
}
