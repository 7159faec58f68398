import { readFileSync } from 'node:fs';
import type { Rule } from '../catalogue/catalogue.js';
import { loadCatalogue, PACKAGE_ROOT } from '../catalogue/load.js';
import { featureFiles, SHIPPED_FEATURES } from '../run/feature-set.js';
import { loadVariants } from '../subjects/variants.js';
import type { Book, BrokenSubject, Chapter, Example, Law, Section, ToldRule } from './book.js';
import { type Finding, readFindings } from './findings.js';
import { readSection } from './read-section.js';
import { tableUnder } from './tables.js';

/** The book in Markdown, from the project's root. */
export const RULE_BOOK = 'docs/rule-book.md';

/** What the book is made of: the catalogue, and what only the files themselves say. */
export type Sources = {
  readonly catalogue: { readonly name: string; readonly rules: readonly (Law & Pick<Rule, 'broken'>)[] };
  /** Feature files, path from the project's root and text. */
  readonly features: ReadonlyMap<string, string>;
  /** features/README.md, which has the families in the order in which they are read, and the words. */
  readonly readme: string;
  readonly findings: readonly Finding[];
  readonly broken: readonly BrokenSubject[];
};

/** The book of this checkout. Throws when it is not built, or when what is written in it does not fit together. */
export async function readBook(): Promise<Book> {
  const read = (path: string): string => readFileSync(new URL(path, PACKAGE_ROOT), 'utf8');
  const variants = await loadVariants('broken');
  return makeBook({
    catalogue: await loadCatalogue(),
    features: new Map(featureFiles(SHIPPED_FEATURES).map((path) => [path, read(path)])),
    readme: read('features/README.md'),
    findings: readFindings(read('docs/linux-findings.md')),
    broken: variants.map(({ name, variant }) => ({ name, summary: variant.summary })),
  });
}

/**
 * The order of the families is that of features/README.md, and within a family that of its rules.yaml: a section comes
 * where its first rule does.
 * @throws Error when a family is not in features/README.md, or a finding names no rule
 */
export function makeBook(sources: Sources): Book {
  const { catalogue, readme, findings } = sources;
  const families = tableUnder(readme, '# The rules').map(([family = '', about = '']) => ({ family: family.replaceAll('`', ''), about }));
  const ids = new Set(catalogue.rules.map(({ id }) => id));
  refuse(
    catalogue.rules.filter(({ family }) => !families.some((known) => known.family === family)).map(({ family }) => family),
    'families that are not in the table of features/README.md',
  );
  refuse(
    families.filter(({ family }) => !catalogue.rules.some((rule) => rule.family === family)).map(({ family }) => family),
    'families of features/README.md without rules',
  );
  refuse(
    findings.filter(({ rule }) => !ids.has(rule)).map(({ rule }) => rule),
    'findings about Linux under the id of no rule',
  );
  return {
    ruleSet: catalogue.name,
    words: tableUnder(readme, '## Words').map(([word = '', meaning = '']) => ({ word, meaning })),
    chapters: families.map(({ family, about }): Chapter => ({ family, about, sections: sectionsOf(family, sources) })),
  };
}

function refuse(culprits: readonly string[], what: string): void {
  if (culprits.length > 0) throw new Error(`${what}: ${[...new Set(culprits)].join(', ')}`);
}

function sectionsOf(family: string, sources: Sources): readonly Section[] {
  const order = new Map(sources.catalogue.rules.map(({ id }, index) => [id, index]));
  const placeOf = ({ rules }: Section): number => Math.min(...rules.map(({ id }) => order.get(id) ?? 0));
  return [...sources.features]
    .filter(([path]) => path.startsWith(`features/${family}/`))
    .map(([path, text]): Section => {
      const { written, ...section } = readSection(path, text);
      return { ...section, rules: written.flatMap(({ tags, examples }) => toldRules(tags, examples, sources)) };
    })
    .sort((a, b) => placeOf(a) - placeOf(b));
}

function toldRules(tags: readonly string[], examples: readonly Example[], { catalogue, broken, findings }: Sources): readonly ToldRule[] {
  return catalogue.rules
    .filter(({ id }) => tags.includes(id))
    .map((rule) => ({
      ...rule,
      examples,
      broken: broken.filter(({ name }) => rule.broken.includes(name)),
      findings: findings.filter((finding) => finding.rule === rule.id),
    }));
}
