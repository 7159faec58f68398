import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Envelope, GherkinDocument, IdGenerator, Pickle } from '@cucumber/messages';
import { compiledMessages } from './compiled-features.js';
import { type FeatureSet, featureFiles } from './feature-set.js';
import { parseFeature } from './parse-feature.js';

/** A scenario as gherkin compiles it, which nobody may have looked into yet, and the document that it is from. */
export type Scenario = { readonly gherkinDocument: GherkinDocument; readonly message: PickleMessage };
export type PickleMessage = Envelope & { readonly pickle: Pickle };

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
    for (const message of messages) if (!isPickle(message)) onMessage(message);
    yield messages.some(({ parseError }) => parseError) ? null : scenariosIn(file, messages);
  }
}

function read(root: string, file: string, newId: IdGenerator.NewId): readonly Envelope[] {
  const text = readFileSync(join(root, file), 'utf8');
  return compiledMessages(file, text) ?? parseFeature(file, text, newId);
}

/** A hook could ask for the document, but none does; kept for every file it would be half of what a large run holds in memory. */
function scenariosIn(file: string, messages: readonly Envelope[]): readonly Scenario[] {
  const gherkinDocument = { uri: file, comments: [] };
  return messages.filter(isPickle).map((message) => ({ gherkinDocument, message }));
}

/** Without looking into it. */
export function isPickle(message: Envelope): message is PickleMessage {
  return Object.hasOwn(message, 'pickle');
}
