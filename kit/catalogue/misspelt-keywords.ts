import type { Feature } from '@cucumber/messages';
import leven from 'leven';
import type { Problem } from './problem.js';

const KEYWORDS = ['Feature', 'Background', 'Rule', 'Example', 'Examples', 'Scenario', 'Scenarios', 'Scenario Outline', 'Scenario Template'];
/** How many letters may be wrong in a keyword that was meant. */
const TYPOS = 2;

/** Gherkin takes a line with a misspelt keyword for description, and the scenario vanishes without a word. */
export function misspeltKeywords(path: string, feature: Feature): readonly Problem[] {
  const described = [
    feature,
    ...feature.children.flatMap(({ rule, scenario, background }) => [rule ?? [], scenario ?? [], background ?? []].flat()),
    ...feature.children
      .flatMap(({ rule }) => rule?.children ?? [])
      .flatMap(({ scenario, background }) => [scenario ?? [], background ?? []].flat()),
  ];
  return described.flatMap(({ description, location }) => {
    const suspects = description.split('\n').filter(looksLikeKeyword);
    return suspects.map((line) => ({ at: `${path}:${location.line}`, expected: 'a Gherkin keyword, spelt right', received: line.trim() }));
  });
}

function looksLikeKeyword(line: string): boolean {
  const word = /^\s*([A-Za-z]+(?: [A-Za-z]+)?):/.exec(line)?.[1];
  return word !== undefined && KEYWORDS.some((keyword) => leven(keyword.toLowerCase(), word.toLowerCase()) <= TYPOS);
}
