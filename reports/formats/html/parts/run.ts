import { type Html, html } from '../html.js';
import { shown } from '../story/values.js';
import type { ToldReport } from '../told-report.js';
import { command, facts } from './words.js';

/** Under which circumstances this came about, so that somebody else can have it come about again. */
export function runHtml({ report, hasRules }: ToldReport): Html {
  const { kit, ruleSet, counts, seed, selection, subject, time, footer, reproduce } = report;
  const chosen = [...selection.rules, ...selection.devices, ...(selection.shard === null ? [] : [`shard ${selection.shard}`])];
  return html`<section aria-labelledby="run">
<h2 id="run">This run</h2>
<p class="label">Repeat it</p>
${command(reproduce)}
${facts([
  ['Kit', `${shown(kit.name)} ${shown(kit.version)}`],
  ['Rules', html`${shown(ruleSet.name)} <code class="digest">${shown(ruleSet.digest)}</code>`],
  ['Seed', String(seed)],
  ['Chosen', chosen.length === 0 ? 'every rule' : shown(chosen.join(', '))],
  ['Left out', shown(selection.leftOut.join(', '))],
  ['Subject can', shown(subject.capabilities.join(', '))],
  ['Machines booted', subject.boots === undefined ? '' : String(subject.boots)],
  ['Began', shown(time.started)],
  ['Took', `${(time.milliseconds / 1000).toFixed(1)} s`],
  ['Judged', `${counts.executed} of ${footer.rulesInSet} rules`],
])}
${hasRules ? '' : html`<p class="warning" role="note">Other rules judged than those of the kit that made this page, so their statements and steps are not told here.</p>\n`}</section>
`;
}
