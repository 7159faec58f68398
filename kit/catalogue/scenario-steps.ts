import type { Feature, Pickle, Step } from '@cucumber/messages';
import type { ScenarioStep } from './catalogue.js';
import { parseFeature } from './feature-rules.js';

/**
 * The steps of every scenario of a feature file, by `path:line` as in the catalogue, those of the background first.
 * Nothing of a text that is no feature.
 */
export function readScenarioSteps(path: string, text: string): ReadonlyMap<string, readonly ScenarioStep[]> {
  const parsed = parseFeature(path, text);
  if (parsed.kind === 'unreadable') return new Map();
  const keywords = new Map(stepsOf(parsed.feature).map(({ id, keyword }) => [id, keyword.trim()]));
  return new Map(parsed.pickles.map((pickle) => [`${path}:${pickle.location?.line ?? 0}`, told(pickle, keywords)]));
}

function told({ steps }: Pickle, keywords: ReadonlyMap<string, string>): readonly ScenarioStep[] {
  return steps.map(({ text, astNodeIds }) => ({ text, keyword: astNodeIds.map((id) => keywords.get(id)).join('') }));
}

function stepsOf({ children }: Feature): readonly Step[] {
  return children.flatMap(({ background, rule, scenario }) => [
    ...(background?.steps ?? []),
    ...(scenario?.steps ?? []),
    ...(rule?.children.flatMap((child) => [...(child.background?.steps ?? []), ...(child.scenario?.steps ?? [])]) ?? []),
  ]);
}
