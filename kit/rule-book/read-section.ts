import { AstBuilder, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { type Background, type Feature, type Step as GherkinStep, IdGenerator, type Scenario } from '@cucumber/messages';
import type { Example, Section, Step, Table } from './book.js';

/** A Gherkin Rule by its tags; which of them is its id, the catalogue knows. */
export type WrittenRule = { readonly tags: readonly string[]; readonly examples: readonly Example[] };

/** `path` is `features/<family>/<file>.feature`. Throws when the text is no feature, which the build would have refused. */
export function readSection(path: string, text: string): Omit<Section, 'rules'> & { readonly written: readonly WrittenRule[] } {
  const { feature } = new Parser(new AstBuilder(IdGenerator.incrementing()), new GherkinClassicTokenMatcher()).parse(text);
  if (feature === undefined) throw new Error(`${path} has no Feature`);
  return {
    id: path
      .replace(/^features\//, '')
      .replace(/\.feature$/, '')
      .replaceAll('/', '-'),
    title: feature.name,
    prose: paragraphs(feature.description),
    path,
    background: backgroundOf(feature),
    written: feature.children.flatMap(({ rule }) =>
      rule === undefined
        ? []
        : [
            {
              tags: rule.tags.map(({ name }) => name.slice(1)),
              examples: rule.children.flatMap(({ scenario }) => (scenario === undefined ? [] : [readExample(scenario)])),
            },
          ],
    ),
  };
}

function backgroundOf({ children }: Feature): readonly Step[] {
  const backgrounds: readonly Background[] = children.flatMap(({ background }) => background ?? []);
  return backgrounds.flatMap(({ steps }) => steps.map(readStep));
}

function readExample({ name, steps, examples }: Scenario): Example {
  const tables = examples.map(
    ({ name: title, tableHeader, tableBody }): Table => ({
      title,
      columns: tableHeader?.cells.map(({ value }) => value) ?? [],
      rows: tableBody.map(({ cells }) => cells.map(({ value }) => value)),
    }),
  );
  return { name, steps: steps.map(readStep), tables };
}

function readStep({ keyword, text, dataTable, docString }: GherkinStep): Step {
  if (dataTable !== undefined || docString !== undefined)
    throw new Error(`the book cannot tell a step with a table or a text below it: ${text}`);
  return { keyword: keyword.trim(), text };
}

/** The lines of a description are wrapped by hand; an empty line ends a paragraph. */
function paragraphs(description: string): readonly string[] {
  return description
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().replace(/\s+/g, ' '))
    .filter((paragraph) => paragraph !== '');
}
