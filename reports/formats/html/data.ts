import { deflateSync } from 'node:zlib';
import { type Html, html } from './html.js';
import { tellScenario } from './story/tell-scenario.js';
import type { ToldReport } from './told-report.js';

/**
 * What the scenarios of each rule did, for the page to fill in when somebody opens one: JSON, deflated, in base64. It is
 * by far the largest part of a report, and in this alphabet nothing that a subject said can be markup.
 */
export function* dataHtml({ rules, steps }: ToldReport): Iterable<Html> {
  for (const { rule, index } of rules) {
    if (rule.scenarios.length === 0) continue;
    const told = rule.scenarios.map((scenario) => tellScenario(scenario, steps.get(scenario.location)));
    yield html`<script type="text/plain" id="data-of-rule-${index}">${deflateSync(JSON.stringify(told)).toString('base64')}</script>\n`;
  }
}
