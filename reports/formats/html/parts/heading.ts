import type { Counts, RunResult } from '../../../document/report.js';
import { type Html, html } from '../html.js';
import { counted, shown } from '../story/values.js';
import type { ToldReport } from '../told-report.js';
import { scenariosOf } from './families.js';
import { facts } from './words.js';

/** Each count of the report under its name, with the colour that it has on the page, and what it counts. */
const COUNTS = [
  ['required', 'required', 'neutral', 'rules that apply to this subject: executed, not testable or broken'],
  ['executed', 'executed', 'neutral', 'rules with a verdict: passed, warned, failed or waived'],
  ['passed', 'passed', 'passed', 'the rule was tried and held'],
  ['warned', 'warned', 'warned', 'a SHOULD or MAY was tried and did not hold; the subject can conform nevertheless'],
  ['failed', 'failed', 'failed', 'a MUST was tried and did not hold'],
  ['waived', 'waived', 'known-failure', 'the rule did not hold, exactly as a waiver says'],
  ['notTestable', 'not testable', 'not-testable', 'the rule was not selected, or needs something that the subject does not offer'],
  ['notApplicable', 'not applicable', 'not-applicable', 'the rule is about something that the subject does not have'],
  ['broken', 'broken', 'broken', 'the kit or the conversation failed, or the run ended, before the rule could be judged'],
] as const satisfies readonly (readonly [keyof Counts, string, string, string])[];

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
  ['broken', 'could not be judged'],
  ['waived', 'failed and is waived', 'failed and are waived'],
  ['warned', 'was warned of', 'were warned of'],
  ['notTestable', 'was not judged', 'were not judged'],
] as const satisfies readonly (readonly [keyof Counts, string, string?])[];

/** A share of the bar is at least so wide, of a thousand, that it can be seen. */
const NARROWEST = 6;

/** Those that together are all required rules. */
const SHARES = COUNTS.filter(([name]) => ['passed', 'warned', 'failed', 'waived', 'notTestable', 'broken'].includes(name));

/** Where the word alone could be taken for a verdict. */
const KINDS: Readonly<Record<string, string>> = { broken: 'broken on purpose' };

/** The result, and how it came about in numbers. */
export function headingHtml({ report }: ToldReport): Html {
  const { result, subject, counts } = report;
  return html`<section class="result ${result}" aria-labelledby="result">
<p class="subject">${shown(subject.name)} ${shown(subject.version)} <span class="quiet">${KINDS[subject.kind] ?? subject.kind}</span></p>
<h1 id="result">${RESULT_TITLES[result]}</h1>
<p class="says">${sentence(report)}</p>
${barHtml(counts)}
<dl class="counts">${COUNTS.map(
    ([name, words, colour]) => html`<div class="${counts[name] === 0 ? 'none' : colour}"><dt>${words}</dt><dd>${counts[name]}</dd></div>\n`,
  )}</dl>
<details class="plain legend"><summary>What these numbers count</summary>
${facts(COUNTS.map(([, words, , meaning]) => [words, meaning]))}</details>
</section>
${report.footer.complete ? '' : html`<p class="warning" role="note"><strong>This run did not come to its end</strong> (${report.footer.endedBy}), so it decides nothing.</p>\n`}${report.problems.map(
  (problem) => html`<p class="warning" role="note"><strong>Problem</strong> ${shown(problem)}</p>\n`,
)}`;
}

function sentence({ counts, rules }: ToldReport['report']): string {
  const mishaps = MISHAPS.flatMap(([name, one, many = one]) =>
    counts[name] === 0 ? [] : [`${counts[name]} ${counts[name] === 1 ? one : many}`],
  );
  return `${[held(counts), ...mishaps].join('; ')}. ${counted(scenariosOf(rules), 'scenario')} in all.`;
}

function held({ passed, required }: Counts): string {
  if (required === 0) return 'No rule applies';
  return passed === required ? `All ${required} required rules held` : `${passed} of ${required} required rules held`;
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
