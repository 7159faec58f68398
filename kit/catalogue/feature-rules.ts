import { AstBuilder, compile, Errors, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import {
  type Feature,
  type GherkinDocument,
  IdGenerator,
  type Pickle,
  type Rule,
  type Scenario,
  StepKeywordType,
} from '@cucumber/messages';
import { messageOf } from '../errors.js';
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

type Findings = { readonly rules: readonly FeatureRule[]; readonly problems: readonly Problem[]; readonly refused: readonly string[] };

const LEVEL_TAGS: ReadonlyMap<string, Level> = new Map(LEVELS.map((level) => [`@${level.toLowerCase()}`, level]));

/** Reads one feature file. `path` is from the project's root, and so are all locations; `refused` are ids of Rules that do not count. */
export function readFeature(path: string, text: string): Findings {
  const parsed = parseFeature(path, text);
  if (parsed.kind === 'unreadable') return { rules: [], problems: parsed.problems, refused: idTags(text) };
  const { feature, pickles } = parsed;
  const rules = feature.children.flatMap(({ rule }) => (rule === undefined ? [] : [readRule(path, rule, pickles)]));
  return {
    rules: rules.flatMap((finding) => finding.rules),
    problems: [
      ...(rules.length === 0 ? [emptyFeature(`${path}:${feature.location.line}`, 'a Feature without any')] : []),
      ...rules.flatMap((finding) => finding.problems),
      ...strayScenarios(path, feature),
      ...misspeltKeywords(path, feature, text),
    ],
    refused: rules.flatMap((finding) => finding.refused),
  };
}

type Parsed =
  | { readonly kind: 'parsed'; readonly feature: Feature; readonly pickles: readonly Pickle[] }
  | { readonly kind: 'unreadable'; readonly problems: readonly Problem[] };

/** Reads one feature file, or says why nobody can. */
export function parseFeature(path: string, text: string): Parsed {
  const ids = IdGenerator.incrementing();
  try {
    const document: GherkinDocument = new Parser(new AstBuilder(ids), new GherkinClassicTokenMatcher()).parse(text);
    const { feature } = document;
    if (feature === undefined) return { kind: 'unreadable', problems: [emptyFeature(`${path}:1`, 'an empty file')] };
    return { kind: 'parsed', feature, pickles: compile(document, path, ids) };
  } catch (error) {
    const errors: readonly unknown[] = error instanceof Errors.CompositeParserException ? error.errors : [error];
    return { kind: 'unreadable', problems: errors.map((each) => parseProblem(path, each)) };
  }
}

/** The parser puts the place in front of what it says: `(line:column): expected: ..., got '...'`. */
function parseProblem(path: string, error: unknown): Problem {
  const message = messageOf(error);
  const [, line = '1', said = message] = /^\((\d+):\d+\): (.*)$/s.exec(message) ?? [];
  return { at: `${path}:${line}`, expected: 'Gherkin', received: said, attempt: 'look for a misspelt keyword in or above this line' };
}

function emptyFeature(at: string, received: string): Problem {
  return { at, expected: 'a Feature with at least one Rule', received, attempt: 'write a Rule, or remove the file' };
}

function idTags(text: string): readonly string[] {
  return [...text.matchAll(/@([a-z0-9]+(?:-[a-z0-9]+)+)/g)].flatMap(([, id]) => id ?? []);
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
            attempt: 'move it into the Rule that it illustrates',
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
    const expected = `exactly one level tag (${[...LEVEL_TAGS.keys()].join(', ')}) and one rule id`;
    const attempt = 'tag the Rule as `@must @family-words`';
    return { rules: [], problems: [{ at, expected, received: tags.join(' ') || 'no tag', attempt }], refused: ids };
  }
  const family = path.split('/')[1] ?? '';
  const problems = [
    ...(id.startsWith(`${family}-`) ? [] : [foreignRule(at, id, family)]),
    ...(scenarios.length === 0
      ? [{ at, expected: 'at least one scenario', received: `the Rule ${id} without any`, attempt: 'add an Example' }]
      : []),
    ...scenarios.flatMap((scenario) => scenarioProblems(path, scenario, pickles)),
  ];
  const references = pickles
    .filter(({ astNodeIds }) => scenarios.some((scenario) => scenario.id === astNodeIds[0]))
    .map(({ name, location }) => ({ name, location: `${path}:${location?.line ?? rule.location.line}` }));
  return { rules: [{ id, level, title: rule.name, scenarios: references, at }], problems, refused: [] };
}

function foreignRule(at: string, id: string, family: string): Problem {
  return { at, expected: `a rule of the family ${family}`, received: id, attempt: `move the Rule to features/${id.split('-')[0] ?? ''}` };
}

/** An empty scenario, or one that looks at nothing, would pass whatever the subject did. */
function scenarioProblems(path: string, { id, name, location, steps }: Scenario, pickles: readonly Pickle[]): readonly Problem[] {
  const problem = (expected: string, attempt: string): readonly Problem[] => [
    { at: `${path}:${location.line}`, expected, received: `"${name}" without one`, attempt },
  ];
  if (steps.length === 0) return problem('a scenario with at least one step', 'write its steps, or remove it');
  if (!pickles.some(({ astNodeIds }) => astNodeIds[0] === id)) {
    return problem('an outline with at least one row of Examples', 'add a row, or remove the Examples');
  }
  return looksAtSomething(steps) ? [] : problem('a scenario with a Then', 'state what must be true afterwards');
}

/** And or But can only go on with a Then that the scenario itself has; one in a Background does not count. */
function looksAtSomething(steps: Scenario['steps']): boolean {
  return steps.some(({ keywordType }) => keywordType === StepKeywordType.OUTCOME);
}
