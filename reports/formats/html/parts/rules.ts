import { LEVELS, type SentenceReference, type Source } from '../../../../kit/catalogue/catalogue.js';
import { titleOf } from '../../../../kit/catalogue/documents.js';
import { repeatRule } from '../../../document/repeat.js';
import { type Html, html } from '../html.js';
import type { WrittenScenario } from '../story/tell-scenario.js';
import { counted, shown } from '../story/values.js';
import { anchorOf, byUrgency, type ToldReport, type ToldRule, VERDICTS_BY_URGENCY, type WrittenRule } from '../told-report.js';
import { byFamily } from './families.js';
import { command, facts, verdictMark, verdictWords } from './words.js';

/** Every rule by family, and what chooses among them. What a scenario did is filled in when somebody opens it. */
export function* rulesHtml(told: ToldReport): Iterable<Html> {
  const families = byFamily(told.rules);
  yield html`<section class="all" aria-labelledby="rules">
<h2 id="rules">Every rule <span class="count">${told.rules.length}</span></h2>
${filterHtml(told, [...families.keys()])}`;
  for (const [family, rules] of families) {
    yield html`<section class="family" data-family="${family}" aria-labelledby="family-${family}">
<h3 id="family-${family}">${shown(family)}</h3>
`;
    for (const rule of rules) yield ruleHtml(rule, told);
    yield html`</section>\n`;
  }
  yield html`<p class="nothing" hidden>No rule is like that.</p>\n</section>\n`;
}

function filterHtml({ rules }: ToldReport, families: readonly string[]): Html {
  const verdicts = VERDICTS_BY_URGENCY.filter((verdict) => rules.some(({ rule }) => rule.verdict === verdict));
  const levels = LEVELS.filter((level) => rules.some(({ rule }) => rule.level === level));
  return html`<form class="filter" role="search" aria-label="Rules" hidden>
<div class="field words"><label for="words">Words</label><input id="words" name="words" type="search" autocomplete="off" placeholder="a title, an id, a scenario"></div>
${selectHtml('family', 'Family', families)}${selectHtml('level', 'Level', levels)}<fieldset><legend>Verdict</legend>${verdicts.map(
    (verdict) => {
      const count = rules.filter(({ rule }) => rule.verdict === verdict).length;
      return html`<label class="chip ${verdict}"><input type="checkbox" name="verdict" value="${verdict}"> ${verdictWords(verdict)} <span>${count}</span></label>\n`;
    },
  )}</fieldset>
<p class="found"><output for="words family level" aria-live="polite"></output> <button type="reset">Show every rule</button> <button type="button" class="unfold">Unfold every call</button></p>
</form>
`;
}

function selectHtml(name: string, label: string, values: readonly string[]): Html {
  return html`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}"><option value="">all</option>${values.map(
    (value) => html`<option value="${value}">${shown(value)}</option>`,
  )}</select></div>
`;
}

function ruleHtml({ rule, record, index }: ToldRule, { report }: ToldReport): Html {
  const scenarios = rule.scenarios.length;
  return html`<details class="rule" id="${rule.id}" data-level="${rule.level}" data-verdict="${rule.verdict}">
<summary>${verdictMark(rule.verdict)}<h4>${shown(rule.title)}</h4><span class="meta"><span class="level">${rule.level}</span> <code>${shown(rule.id)}</code> <span>${counted(scenarios, 'scenario')}</span></span></summary>
<div class="body">
${record === undefined ? '' : html`<p class="statement">${record.statement}</p>\n`}${rule.reason === undefined ? '' : html`<p class="reason">${shown(rule.reason)}</p>\n`}${facts(
  [
    ['Since', rule.since === undefined ? '' : `Linux ${rule.since}`],
    ['Until', rule.until === undefined ? '' : `Linux ${rule.until}`],
    ['Sources', html`<ul>${rule.source.map((source) => html`<li>${placeHtml(source)}</li>`)}</ul>`],
    ['Led to by', record === undefined || record.sentences.length === 0 ? '' : sentencesHtml(record.sentences)],
    ['Accepted', record?.accepted.join('; ') ?? ''],
    ['Needs', record?.needs.join(', ') ?? ''],
    ['Proven by', record?.broken.map((name) => `--broken ${name}`).join(', ') ?? ''],
  ],
)}
<p class="label">Repeat it</p>
${command(repeatRule(report, rule.id))}
${scenarios === 0 ? '' : casesHtml(rule, index)}<p class="link"><a href="#${rule.id}">Link to this rule<span class="unseen">, ${shown(rule.title)}</span></a></p>
</div>
</details>
`;
}

/** A place in a document: a file of the kernel by its path, a discussion by author, title and date. */
function placeHtml({ document, where }: Source): Html {
  const title = titleOf(document);
  return html`${title === undefined ? html`<code>${shown(document)}</code>` : title}, ${shown(where)}`;
}

function sentencesHtml(sentences: readonly SentenceReference[]): Html {
  const told = sentences.map((sentence) => html`<li>${sentence.about} <span class="quiet">${placeHtml(sentence)}</span></li>`);
  return html`<details><summary>${counted(sentences.length, 'sentence')}</summary><ul>${told}</ul></details>`;
}

function casesHtml(rule: WrittenRule, index: number): Html {
  return html`<p class="label">Scenarios</p>
<ul class="cases">${byUrgency(rule).map(
    ({
      scenario,
      place,
    }) => html`<li><details class="case" id="${anchorOf(rule, scenario)}" data-rule="${index}" data-place="${place}"><summary>${caseHead(
      scenario,
    )}</summary></details></li>
`,
  )}</ul>
`;
}

function caseHead({ name, location, verdict }: WrittenScenario): Html {
  return html`${verdictMark(verdict)}<span class="name">${shown(name)}</span><span class="meta">${shown(location)}</span>`;
}
