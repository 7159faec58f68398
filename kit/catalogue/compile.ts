import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { KitError, messageOf } from '../errors.js';
import { sentencesByRule } from '../sources/coverage.js';
import { loadCoverage } from '../sources/load.js';
import { FAILING_KINDS, loadVariants, type NamedVariant, violatedRules } from '../subjects/variants.js';
import type { BrokenName } from './assemble.js';
import { buildCatalogue, type SourceText } from './build-catalogue.js';
import { CATALOGUE_FILE, PACKAGE_ROOT } from './load.js';
import { describeProblem } from './problem.js';

/** The kernel whose documents the rules come from. */
const RULE_SET = 'linux-7.2';

const read = (path: string): string => readFileSync(new URL(path, PACKAGE_ROOT), 'utf8');

function readSources(): readonly SourceText[] {
  return readdirSync(new URL('features/', PACKAGE_ROOT), { recursive: true, encoding: 'utf8' })
    .map((path) => `features/${path}`)
    .filter((path) => path.endsWith('/rules.yaml') || path.endsWith('.feature'))
    .map((path) => ({ path, text: read(path) }));
}

/** One for each rule that a variant says it violates; and one without a rule, which is refused, when it says none. */
async function readBroken(): Promise<readonly BrokenName[]> {
  const variants = (await Promise.all(FAILING_KINDS.map(loadVariants))).flat();
  return variants.flatMap((variant) => {
    const rules = violatedRules(variant);
    return (rules.length === 0 ? [undefined] : rules).map((rule) => ({ name: variant.name, rule, at: placeOf(variant) }));
  });
}

function placeOf({ name, kind, url }: NamedVariant): string {
  const [path = name] = new RegExp(`[^/]+(?:/[^/]+)?/${kind}/[^/]+$`).exec(url.pathname) ?? [];
  return `${path.replace(/^dist\//, '').replace(/\.js$/, '.ts')}:1`;
}

/** Part of the build: rules.yaml, features and broken subjects become the one file that commands read. */
async function compileCatalogue(): Promise<number> {
  rmSync(CATALOGUE_FILE, { force: true });
  const schema: object = JSON.parse(read('kit/catalogue/rules-schema.json'));
  const result = buildCatalogue(RULE_SET, readSources(), await readBroken(), schema, sentencesByRule(loadCoverage()));
  if (result.kind === 'built') {
    writeFileSync(CATALOGUE_FILE, `${JSON.stringify(result.catalogue)}\n`);
    return 0;
  }
  const { problems } = result;
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  process.stderr.write(`${problems.map(describeProblem).join('\n')}\n${count} in the catalogue of rules\n`);
  return 1;
}

try {
  process.exitCode = await compileCatalogue();
} catch (error) {
  const text = error instanceof KitError ? `${error.explanation.summary}: ${error.explanation.expected}` : messageOf(error);
  process.stderr.write(`the catalogue of rules could not be compiled: ${text}\n`);
  process.exitCode = 1;
}
