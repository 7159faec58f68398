import type { Rule } from '../catalogue/catalogue.js';
import type { Finding } from './findings.js';

/** Everything that the rule book tells, in the order in which it tells it. */
export type Book = { readonly ruleSet: string; readonly words: readonly Word[]; readonly chapters: readonly Chapter[] };

/** A word as the rules use it. */
export type Word = { readonly word: string; readonly meaning: string };

/** A family of rules. */
export type Chapter = { readonly family: string; readonly about: string; readonly sections: readonly Section[] };

/** A feature file: its title, the paragraphs of its description, and its rules. */
export type Section = {
  /** `family-file`, unique among all sections. */
  readonly id: string;
  readonly title: string;
  readonly prose: readonly string[];
  /** From the project's root. */
  readonly path: string;
  /** What every scenario of the section begins with. */
  readonly background: readonly Step[];
  readonly rules: readonly ToldRule[];
};

/** What the book takes from the catalogue as it is. */
export type Law = Pick<
  Rule,
  'id' | 'family' | 'level' | 'title' | 'statement' | 'sources' | 'sentences' | 'accepted' | 'needs' | 'since' | 'until'
>;

export type ToldRule = Law & {
  readonly examples: readonly Example[];
  readonly broken: readonly BrokenSubject[];
  readonly findings: readonly Finding[];
};

export type BrokenSubject = { readonly name: string; readonly summary: string };

/** A scenario, or an outline and its tables; in the texts of an outline `<column>` stands for a value. */
export type Example = { readonly name: string; readonly steps: readonly Step[]; readonly tables: readonly Table[] };

export type Step = { readonly keyword: string; readonly text: string };

export type Table = { readonly title: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

export function rulesOf({ chapters }: Pick<Book, 'chapters'>): readonly ToldRule[] {
  return chapters.flatMap(({ sections }) => sections.flatMap(({ rules }) => rules));
}

/** How many scenarios an example is: one, or one for each row of its tables. */
export function countOf({ tables }: Example): number {
  return tables.length === 0 ? 1 : tables.reduce((sum, { rows }) => sum + rows.length, 0);
}
