import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { IdGenerator } from '@cucumber/messages';
import { COMPILED_FEATURES, compiledTexts } from './compiled-features.js';
import { featureFiles, SHIPPED_FEATURES } from './feature-set.js';
import { parseFeature } from './parse-feature.js';

/** Part of the build: reads every feature once and for all. One that does not parse is left to the run, which says so. */
const count = IdGenerator.incrementing();
/** A run counts its own ids from 0; these are none of them. */
const newId = (): string => `f${count()}`;
const features = featureFiles(SHIPPED_FEATURES).map((path) => {
  const text = readFileSync(join(SHIPPED_FEATURES.root, path), 'utf8');
  return { path, text, messages: parseFeature(path, text, newId) };
});
const { stream, list } = compiledTexts(features.filter(({ messages }) => !messages.some(({ parseError }) => parseError)));
writeFileSync(COMPILED_FEATURES.stream, stream);
writeFileSync(COMPILED_FEATURES.list, list);
