import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Envelope, IdGenerator, Pickle } from '@cucumber/messages';
import { compiledMessages } from './compiled-features.js';
import { type FeatureSet, featureFiles } from './feature-set.js';
import { parseFeature } from './parse-feature.js';

/** A scenario as gherkin compiles it, which nobody may have looked into yet. */
export type Scenario = Envelope & { readonly pickle: Pickle };

/** The scenarios, in the order of the files; null when a file does not parse, which is one of the messages. They are in none of them. */
export type Scenarios = readonly Scenario[] | null;

/** Throws when there is no feature file at all, since nothing would fail then. */
export function readFeatures(...from: Parameters<typeof readEachFeature>): Scenarios {
  const files = [...readEachFeature(...from)];
  return files.includes(null) ? null : files.flatMap((scenarios) => scenarios ?? []);
}

/** The same, one file at a time. */
export function* readEachFeature(
  features: FeatureSet,
  newId: IdGenerator.NewId,
  onMessage: (message: Envelope) => void,
): Iterable<Scenarios> {
  const files = featureFiles(features);
  if (files.length === 0) throw new Error(`there is no feature file below ${join(features.root, features.features)}`);
  for (const file of files) {
    const messages = read(features.root, file, newId);
    for (const message of messages) if (!isScenario(message)) onMessage(message);
    yield messages.some(({ parseError }) => parseError) ? null : messages.filter(isScenario);
  }
}

function read(root: string, file: string, newId: IdGenerator.NewId): readonly Envelope[] {
  const text = readFileSync(join(root, file), 'utf8');
  return compiledMessages(file, text) ?? parseFeature(file, text, newId);
}

/** Without looking into it. */
export function isScenario(message: Envelope): message is Scenario {
  return Object.hasOwn(message, 'pickle');
}
