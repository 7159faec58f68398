import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCatalogue, type SourceText } from '../catalogue/build-catalogue.js';
import type { Catalogue, Rule } from '../catalogue/catalogue.js';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import { describeProblem } from '../catalogue/problem.js';
import { featureFiles, SHIPPED_FEATURES } from '../run/feature-set.js';

const ROOT = fileURLToPath(PACKAGE_ROOT);

/** An installation in a folder, its command, and how many scenarios its rules have. */
export type LargeSuite = { readonly folder: string; readonly main: string; readonly scenarios: number };

/**
 * Makes an installation of this kit in a folder of its own, with at least so many scenarios: the shipped features so many
 * times, each time as rules of their own, and of the last time only as many files as it takes. So the commands that run,
 * merge and verify them are those of users, and the mix of cheap and costly scenarios is that of the real rules.
 */
export function installLargeSuite(folder: string, atLeast: number, { rules, name }: Catalogue): LargeSuite {
  const files = chooseFiles(rules, atLeast);
  const copied = files.flatMap((file) => file.copied);
  const sources: readonly SourceText[] = [
    ...files.map(({ path, text }) => ({ path, text })),
    ...[...new Set(copied.map(({ family }) => family))].map((family) => recordsOf(family, copied)),
  ];
  const schema: object = JSON.parse(readFileSync(join(ROOT, 'kit/catalogue/rules-schema.json'), 'utf8'));
  const built = buildCatalogue(`${name}, many times`, sources, [], schema, new Map());
  if (built.kind === 'refused') throw new Error(built.problems.map(describeProblem).join('\n'));
  for (const { path, text } of sources) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
  writeFileSync(join(folder, 'dist/catalogue.json'), JSON.stringify(built.catalogue));
  for (const entry of readdirSync(ROOT)) {
    if (entry !== 'dist' && entry !== 'features') symlinkSync(join(ROOT, entry), join(folder, entry));
  }
  execFileSync(process.execPath, [join(folder, 'dist/kit/run/compile-features.js')]);
  return { folder, main: join(folder, 'dist/kit/cli/main.js'), scenarios: countScenarios(built.catalogue.rules) };
}

/** A feature file that was made, and the rules in it. */
type CopiedFile = SourceText & { readonly copied: readonly Rule[] };

function chooseFiles(rules: readonly Rule[], atLeast: number): readonly CopiedFile[] {
  const shipped = featureFiles(SHIPPED_FEATURES).map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
  const chosen: CopiedFile[] = [];
  for (let copy = 1, count = 0; ; copy += 1) {
    for (const file of shipped) {
      if (count >= atLeast) return chosen;
      const own = rules.filter(({ scenarios }) => scenarios[0]?.location.startsWith(`${file.path}:`));
      chosen.push(copyFile(file, own, copy));
      count += countScenarios(own);
    }
  }
}

function copyFile({ path, text }: SourceText, rules: readonly Rule[], copy: number): CopiedFile {
  const ids = new Map(rules.map(({ id }) => [`@${id}`, `@${id}-${copy}`]));
  return {
    path: path.replace(/\.feature$/, `-${copy}.feature`),
    text: text.replace(/@[-a-z0-9]+/g, (tag) => ids.get(tag) ?? tag).replace(/^( *Rule: .*)$/gm, `$1, copy ${copy}`),
    copied: rules.map((rule) => ({ ...rule, id: `${rule.id}-${copy}`, statement: `${rule.statement} Copy ${copy}.` })),
  };
}

function recordsOf(family: string, rules: readonly Rule[]): SourceText {
  return {
    path: `features/${family}/rules.yaml`,
    text: JSON.stringify(rules.filter((rule) => rule.family === family).map(recordOf), null, 1),
  };
}

function recordOf({ id, level, statement, sources, accepted, needs, destructive }: Rule): object {
  return {
    id,
    level,
    statement,
    sources,
    ...(accepted.length > 0 && { accepted }),
    needs,
    ...(destructive !== undefined && { destructive }),
  };
}

function countScenarios(rules: readonly Rule[]): number {
  return rules.reduce((sum, { scenarios }) => sum + scenarios.length, 0);
}
