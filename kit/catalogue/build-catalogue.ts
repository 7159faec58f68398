import { createHash } from 'node:crypto';
import { assemble, type BrokenName, type SentencesOfRules } from './assemble.js';
import type { Catalogue } from './catalogue.js';
import { readFeature } from './feature-rules.js';
import type { Problem } from './problem.js';
import { readRecords } from './records.js';

/** A rules.yaml or a feature; `path` starts with features/. */
export type SourceText = { readonly path: string; readonly text: string };

export type BuildResult =
  | { readonly kind: 'built'; readonly catalogue: Catalogue }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Makes the catalogue of everything that was found, or says all that is wrong with it. `schema` is rules-schema.json. */
export function buildCatalogue(
  name: string,
  found: readonly SourceText[],
  broken: readonly BrokenName[],
  schema: object,
  sentences: SentencesOfRules,
): BuildResult {
  const sources = [...found].sort((a, b) => (a.path < b.path ? -1 : 1));
  const records = sources.filter(({ path }) => path.endsWith('/rules.yaml')).map(({ path, text }) => readRecords(path, text, schema));
  const features = sources.filter(({ path }) => path.endsWith('.feature')).map(({ path, text }) => readFeature(path, text));
  const { rules, problems } = assemble(
    records.flatMap((file) => file.records),
    features.flatMap((file) => file.rules),
    broken,
    new Set([...records, ...features].flatMap((file) => file.refused)),
    sentences,
  );
  const all = [...records, ...features].flatMap((file) => file.problems).concat(problems);
  if (all.length > 0) return { kind: 'refused', problems: all };
  return { kind: 'built', catalogue: { name, digest: digestOf(sources), rules } };
}

function digestOf(sources: readonly SourceText[]): string {
  const digest = createHash('sha256');
  for (const { path, text } of sources) digest.update(`${path}\n${text}\n`);
  return digest.digest('hex');
}
