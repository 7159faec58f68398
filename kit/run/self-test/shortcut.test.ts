import { describe, it } from 'node:test';
import { expect } from 'chai';
import { loadCatalogue } from '../../catalogue/load.js';
import { shuffle } from '../../challenge.js';
import { loadVariants, type NamedVariant, VARIANT_KINDS } from '../../subjects/variants.js';
import { type Entrant, entrantOf } from './entrants.js';
import { questionOf, WORKER } from './kill-matrix.js';
import { Pool } from './pool.js';
import type { Judged, JudgedRule, Question } from './question.js';
import { JudgedReference } from './reference.js';

/** Another seed draws other subjects. */
const SEED = process.env['SELF_TEST_SEED'] ?? '1';

/** Of the variants in each folder one, which is of every family and every kind. */
async function sample(): Promise<readonly Entrant[]> {
  const variants = (await Promise.all(VARIANT_KINDS.map(loadVariants))).flat();
  const families = new Map<string, NamedVariant[]>();
  for (const variant of variants) {
    const { href } = new URL('.', variant.url);
    families.set(href, [...(families.get(href) ?? []), variant]);
  }
  return [...families.values()].flatMap((family) => shuffle(family, SEED, 'subjects').slice(0, 1)).map(entrantOf);
}

describe('A subject that is judged where something is called that it replaces', () => {
  it('gets, scenario by scenario, the verdicts that it gets when it is judged everywhere', async () => {
    const { signal } = new AbortController();
    const ids = (await loadCatalogue()).rules.map(({ id }) => id);
    const entrants = await sample();
    const pool = new Pool<Question, Judged>(WORKER);
    try {
      const reference = await JudgedReference.judge(ids, pool.size, (questions) => pool.ask(questions, signal));
      const rules = entrants.map(({ difference }) => reference.rulesFor(difference));
      const inPart = await pool.ask(
        entrants.map((entrant, index) => questionOf(entrant, rules[index] ?? [])),
        signal,
      );
      const whole = await pool.ask(
        entrants.map((entrant) => questionOf(entrant, ids)),
        signal,
      );
      expect(entrants.length).to.be.at.least(15);
      expect(rules.filter(({ length }) => length < ids.length).length, 'subjects that are not judged everywhere').to.be.at.least(10);
      for (const [index, { candidate }] of entrants.entries())
        expect(reference.completed(verdictsOf(inPart[index])), candidate.name).to.deep.equal(verdictsOf(whole[index]));
    } finally {
      await pool.close();
    }
  });
});

function verdictsOf(judged: Judged | null | undefined): readonly JudgedRule[] {
  expect(judged?.problems).to.deep.equal([]);
  return judged?.rules ?? [];
}
