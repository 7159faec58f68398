import { readFileSync, writeFileSync } from 'node:fs';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import { openSubject } from '../subjects/open-subject.js';
import { isMissed, withTable } from './broken-table.js';
import { coreVariants } from './core-variants.js';
import { CORPUS_FILE, corpusText, type KnownProgram, loadCorpus } from './corpus.js';
import { type Found, findBroken } from './find-broken.js';
import { tryRandomPrograms } from './try-programs.js';

/**
 * `npm run programs:broken [-- --write]`: whether random programs find every broken subject of the core and no odd one,
 * and whether what docs/programs.md and the corpus say of it still holds; `--write` makes it hold.
 */
const DOCUMENT = new URL('docs/programs.md', PACKAGE_ROOT);
const CORPUS = new URL(CORPUS_FILE, PACKAGE_ROOT);
/** Programs for each subject that is only odd. */
const ENOUGH_FOR_ODD = 2_000;

const problems: string[] = [];
const found: Found[] = [];
for (const variant of await coreVariants('broken')) found.push(await findBroken(variant));
problems.push(...found.filter(isMissed).map(({ name }) => `${name} was not found with each seed`));
for (const { name } of await coreVariants('odd')) {
  const { counterexample } = await tryRandomPrograms(await openSubject({ kind: 'odd', name }), { runs: ENOUGH_FOR_ODD, seed: 1 });
  if (counterexample !== null) problems.push(`${name} conforms, and was reported`);
}
for (const [file, text] of [
  [DOCUMENT, withTable(readFileSync(DOCUMENT, 'utf8'), found)],
  [CORPUS, corpusText(corpusWith(found))],
] as const) {
  if (process.argv.includes('--write')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) problems.push(`${file.pathname} says otherwise; npm run programs:broken -- --write`);
}
process.stdout.write([...problems, `${found.length} broken subjects, ${problems.length} problems`, ''].join('\n'));
process.exitCode = found.length > 0 && problems.length === 0 ? 0 : 1;

/** What has shown a difference in the reference stays; of the broken subjects it is what was found now. */
function corpusWith(results: readonly Found[]): readonly KnownProgram[] {
  const ofReference = loadCorpus().filter(({ shown }) => shown === 'reference');
  return [...ofReference, ...results.flatMap(({ name, smallest }) => (smallest === null ? [] : [{ shown: name, program: smallest }]))];
}
