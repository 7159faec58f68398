import { familyOf } from '../../text.js';
import { type Html, html } from '../html.js';
import { shown } from '../story/values.js';
import { type ToldReport, type ToldRule, VERDICTS_BY_URGENCY, type WrittenRule } from '../told-report.js';
import { verdictWords } from './words.js';

/** Families in the order of the report, each with its rules. */
export function byFamily(rules: readonly ToldRule[]): ReadonlyMap<string, readonly ToldRule[]> {
  const families = new Map<string, ToldRule[]>();
  for (const told of rules) {
    const family = familyOf(told.rule.id);
    const known = families.get(family);
    if (known === undefined) families.set(family, [told]);
    else known.push(told);
  }
  return families;
}

/** How the families fared, by verdict; only verdicts that occur have a column. */
export function familiesHtml({ rules, hasRules }: ToldReport): Html {
  const verdicts = VERDICTS_BY_URGENCY.filter((verdict) => rules.some(({ rule }) => rule.verdict === verdict));
  const head = ['Family', ...verdicts.map(verdictWords), 'Rules', 'Scenarios', ...(hasRules ? PROOFS : [])];
  return html`<section aria-labelledby="families">
<h2 id="families">By family</h2>
<div class="wide" tabindex="0" role="group" aria-labelledby="families"><table class="families">
<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${[...byFamily(rules)].map(([family, mine]) => {
    const scenarios = scenariosOf(mine.map(({ rule }) => rule));
    const counts = verdicts.map((verdict) => ({ verdict, count: mine.filter(({ rule }) => rule.verdict === verdict).length }));
    return html`<tr><th scope="row"><a href="#family-${family}">${shown(family)}</a></th>${counts.map(
      ({ verdict, count }) => html`<td class="${count === 0 ? 'none' : verdict}">${count}</td>`,
    )}<td>${mine.length}</td><td>${scenarios}</td>${hasRules ? proofsOf(mine).map((count) => html`<td>${count}</td>`) : ''}</tr>\n`;
  })}</tbody>
</table></div>
${hasRules ? html`<p class="quiet note">Sentences of the documents lead to the rules; broken subjects each break one rule, and the kit is tested to find them.</p>\n` : ''}</section>
`;
}

/** Scenarios that speak of the subject. */
export function scenariosOf(rules: readonly WrittenRule[]): number {
  return rules.reduce((sum, { verdict, scenarios }) => sum + (verdict === 'not-applicable' ? 0 : scenarios.length), 0);
}

/** What stands behind the rules of a family: sentences that lead to them, and subjects that show that they bite. */
const PROOFS = ['Sentences', 'Broken subjects'] as const;

function proofsOf(rules: readonly ToldRule[]): readonly number[] {
  const records = rules.flatMap(({ record }) => record ?? []);
  const sentences = records.flatMap((record) => record.sentences.map(({ sha256 }) => sha256));
  return [sentences, records.flatMap(({ broken }) => broken)].map((all) => new Set(all).size);
}
