import { tableRows } from './tables.js';

/** Where real Linux does otherwise than a rule says, as docs/linux-findings.md tells it. */
export type Finding = {
  readonly title: string;
  readonly rule: string;
  /** What is told of it, in Markdown that uses no more than backticks; never empty. */
  readonly facts: readonly { readonly label: string; readonly text: string }[];
};

/**
 * Reads docs/linux-findings.md: a heading for each finding, and a table under it whose first row names the rule.
 * Throws when a finding is not told in this way.
 */
export function readFindings(markdown: string): readonly Finding[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [title = '', ...lines] = section.split('\n');
      const facts = tableRows(lines).flatMap(([label = '', text = '']) => (label === '' ? [] : [{ label, text }]));
      const rule = /`([a-z0-9-]+)`/.exec(facts.find(({ label }) => label === 'rule')?.text ?? '')?.[1];
      if (rule === undefined) throw new Error(`docs/linux-findings.md, "${title}": expected a table with a row "rule" and an id in it`);
      return { title: title.trim(), rule, facts: facts.filter(({ label }) => label !== 'rule') };
    });
}

/** The sentence that says what Linux does. */
export function whatHappens({ facts }: Finding): string {
  return facts.find(({ label }) => label === 'what happens')?.text ?? '';
}
