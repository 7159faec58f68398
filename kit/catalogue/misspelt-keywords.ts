import type { Feature } from '@cucumber/messages';
import leven from 'leven';
import type { Problem } from './problem.js';

const KEYWORDS = ['Feature', 'Background', 'Rule', 'Example', 'Examples', 'Scenario', 'Scenarios', 'Scenario Outline', 'Scenario Template'];
/** How many letters may be wrong in a keyword that was meant. */
const TYPOS = 2;

/** Gherkin takes a line with a misspelt keyword for description, and the scenario vanishes without a word. `text` is the feature's. */
export function misspeltKeywords(path: string, feature: Feature, text: string): readonly Problem[] {
  const lines = text.split(/\r?\n/);
  return described(feature).flatMap(({ description, location }) => {
    const suspects = description.split(/\r?\n/).filter((line) => meantKeyword(line) !== undefined);
    return suspects.map((line) => ({
      at: `${path}:${lines.findIndex((candidate, index) => index >= location.line && candidate.trim() === line.trim()) + 1}`,
      expected: 'a Gherkin keyword, spelt right',
      received: line.trim(),
      attempt: `write "${meantKeyword(line) ?? ''}:", or reword the description without a colon`,
    }));
  });
}

function described({ children, ...feature }: Feature): readonly Pick<Feature, 'description' | 'location'>[] {
  const rules = children.flatMap(({ rule }) => rule ?? []);
  const inner = [...children, ...rules.flatMap((rule) => rule.children)];
  const scenarios = inner.flatMap(({ scenario }) => scenario ?? []);
  const backgrounds = inner.flatMap(({ background }) => background ?? []);
  return [feature, ...rules, ...backgrounds, ...scenarios, ...scenarios.flatMap(({ examples }) => examples)];
}

function meantKeyword(line: string): string | undefined {
  const word = /^\s*([A-Za-z]+(?: [A-Za-z]+)?):/.exec(line)?.[1]?.toLowerCase();
  return word === undefined ? undefined : KEYWORDS.find((keyword) => leven(keyword.toLowerCase(), word) <= TYPOS);
}
