import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateMessages } from '@cucumber/gherkin';
import { type Envelope, type IdGenerator, SourceMediaType } from '@cucumber/messages';
import type { SourcedPickle } from './cucumber-parts.js';
import { type FeatureSet, featureFiles } from './feature-set.js';

/** The scenarios, in the order of the files; null when a file does not parse, which is one of the messages. */
export type Scenarios = readonly SourcedPickle[] | null;

/** Throws when there is no feature file at all, since nothing would fail then. */
export function readFeatures(features: FeatureSet, newId: IdGenerator.NewId, onMessage: (message: Envelope) => void): Scenarios {
  const files = featureFiles(features);
  if (files.length === 0) throw new Error(`there is no feature file below ${join(features.root, features.features)}`);
  const read = files.map((file) => {
    const messages = parse(features.root, file, newId);
    for (const message of messages) onMessage(message);
    return messages.some(({ parseError }) => parseError) ? null : scenariosIn(file, messages);
  });
  return read.includes(null) ? null : read.flatMap((scenarios) => scenarios ?? []);
}

function parse(root: string, file: string, newId: IdGenerator.NewId): readonly Envelope[] {
  return generateMessages(readFileSync(join(root, file), 'utf8'), file, SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN, {
    defaultDialect: 'en',
    includeSource: true,
    includeGherkinDocument: true,
    includePickles: true,
    newId,
  });
}

/** A hook could ask for the document, but none does; kept for every file it would be half of what a large run holds in memory. */
function scenariosIn(file: string, messages: readonly Envelope[]): readonly SourcedPickle[] {
  const gherkinDocument = { uri: file, comments: [] };
  return messages.flatMap(({ pickle }) => (pickle ? [{ gherkinDocument, pickle }] : []));
}
