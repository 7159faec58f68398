import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { type Feature, type GherkinDocument, IdGenerator, type Pickle, PickleStepType, type Rule, type Scenario } from '@cucumber/messages';
import { LEVELS, type Level, type ScenarioReference } from './catalogue.js';
import { misspeltKeywords } from './misspelt-keywords.js';
import type { Problem } from './problem.js';

/** A Gherkin Rule with the one rule id that its tags name. */
export type FeatureRule = {
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  readonly scenarios: readonly ScenarioReference[];
  readonly at: string;
};

type Findings = { readonly rules: readonly FeatureRule[]; readonly problems: readonly Problem[] };

const LEVEL_TAGS: ReadonlyMap<string, Level> = new Map(LEVELS.map((level) => [`@${level.toLowerCase()}`, level]));

/** Reads one feature file. `path` is from the project's root, and so are all locations. */
export function readFeature(path: string, text: string): Findings {
  const ids = IdGenerator.incrementing();
  const document = parse(path, text, ids);
  if ('expected' in document) return { rules: [], problems: [document] };
  const { feature } = document;
  if (feature === undefined) return { rules: [], problems: [{ at: `${path}:1`, expected: 'a Feature', received: 'nothing' }] };
  const pickles = compile(document, path, ids);
  const rules = feature.children.flatMap(({ rule }) => (rule === undefined ? [] : [readRule(path, rule, pickles)]));
  return {
    rules: rules.flatMap((finding) => finding.rules),
    problems: [...rules.flatMap((finding) => finding.problems), ...strayScenarios(path, feature), ...misspeltKeywords(path, feature)],
  };
}

function parse(path: string, text: string, ids: () => string): GherkinDocument | Problem {
  try {
    return new Parser(new AstBuilder(ids), new GherkinClassicTokenMatcher()).parse(text);
  } catch (error) {
    return { at: `${path}:1`, expected: 'Gherkin', received: error instanceof Error ? error.message : String(error) };
  }
}

function strayScenarios(path: string, feature: Feature): readonly Problem[] {
  return feature.children.flatMap(({ scenario }) =>
    scenario === undefined
      ? []
      : [
          {
            at: `${path}:${scenario.location.line}`,
            expected: 'every scenario inside a Rule',
            received: `"${scenario.name}" outside of any`,
          },
        ],
  );
}

function readRule(path: string, rule: Rule, pickles: readonly Pickle[]): Findings {
  const at = `${path}:${rule.location.line}`;
  const tags = rule.tags.map(({ name }) => name);
  const levels = tags.flatMap((tag) => LEVEL_TAGS.get(tag) ?? []);
  const ids = tags.filter((tag) => !LEVEL_TAGS.has(tag)).map((tag) => tag.slice(1));
  const scenarios = rule.children.flatMap(({ scenario }) => scenario ?? []);
  const [id] = ids;
  const [level] = levels;
  if (id === undefined || level === undefined || ids.length > 1 || levels.length > 1) {
    return { rules: [], problems: [{ at, expected: 'a Rule with one level tag and one rule id', received: tags.join(' ') || 'no tag' }] };
  }
  const problems = [
    ...(scenarios.length === 0 ? [{ at, expected: 'at least one scenario', received: `the Rule ${id} without any` }] : []),
    ...scenarios.flatMap((scenario) => scenarioProblems(path, scenario, pickles)),
  ];
  const references = pickles
    .filter(({ astNodeIds }) => scenarios.some((scenario) => scenario.id === astNodeIds[0]))
    .map(({ name, location }) => ({ name, location: `${path}:${location?.line ?? rule.location.line}` }));
  return { rules: [{ id, level, title: rule.name, scenarios: references, at }], problems };
}

/** An empty scenario, or one that looks at nothing, would pass whatever the subject did. */
function scenarioProblems(path: string, scenario: Scenario, pickles: readonly Pickle[]): readonly Problem[] {
  const at = `${path}:${scenario.location.line}`;
  const own = new Set(scenario.steps.map(({ id }) => id));
  const mine = pickles.filter(({ astNodeIds }) => astNodeIds[0] === scenario.id);
  const looks = mine.every(({ steps }) =>
    steps.some((step) => step.type === PickleStepType.OUTCOME && step.astNodeIds.some((id) => own.has(id))),
  );
  if (own.size === 0) return [{ at, expected: 'a scenario with steps', received: `"${scenario.name}" without any` }];
  if (mine.length === 0)
    return [{ at, expected: 'an outline with at least one row of Examples', received: `"${scenario.name}" without any` }];
  return looks ? [] : [{ at, expected: 'a scenario with a Then', received: `"${scenario.name}" without one` }];
}
