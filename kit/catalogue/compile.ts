import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadVariants } from '../subjects/variants.js';
import { assemble } from './assemble.js';
import type { Catalogue } from './catalogue.js';
import { readFeature } from './feature-rules.js';
import { CATALOGUE_FILE, PACKAGE_ROOT } from './load.js';
import { describeProblem } from './problem.js';
import { readRecords } from './records.js';

/** The kernel whose documents the rules come from. */
const RULE_SET = 'linux-7.2';

const read = (path: string): string => readFileSync(new URL(path, PACKAGE_ROOT), 'utf8');

/** Part of the build: rules.yaml, features and broken subjects become the one file that commands read. */
async function compileCatalogue(): Promise<number> {
  const schema: object = JSON.parse(read('kit/catalogue/rules-schema.json'));
  const files = readdirSync(new URL('features/', PACKAGE_ROOT), { recursive: true, encoding: 'utf8' }).sort();
  const recordFiles = files.filter((path) => path.endsWith('/rules.yaml')).map((path) => `features/${path}`);
  const featureFiles = files.filter((path) => path.endsWith('.feature')).map((path) => `features/${path}`);
  const records = recordFiles.map((path) => readRecords(path, path.split('/')[1] ?? '', read(path), schema));
  const features = featureFiles.map((path) => readFeature(path, read(path)));
  const broken = (await loadVariants('broken')).map(({ name, variant }) => ({ name, rule: variant.rule }));
  const { rules, problems } = assemble(
    records.flatMap((file) => file.records),
    features.flatMap((file) => file.rules),
    broken,
  );
  const all = [...records, ...features].flatMap((file) => file.problems).concat(problems);
  if (all.length > 0) {
    process.stderr.write(`${all.map(describeProblem).join('\n')}\n${all.length} problems in the catalogue of rules\n`);
    return 1;
  }
  const digest = createHash('sha256');
  for (const path of [...recordFiles, ...featureFiles]) digest.update(`${path}\n${read(path)}\n`);
  const catalogue: Catalogue = { name: RULE_SET, digest: digest.digest('hex'), rules };
  writeFileSync(CATALOGUE_FILE, `${JSON.stringify(catalogue)}\n`);
  return 0;
}

process.exitCode = await compileCatalogue();
