import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateMessages } from '@cucumber/gherkin';
import { type Envelope, type IdGenerator, SourceMediaType } from '@cucumber/messages';
import type { SourcedPickle } from './cucumber-parts.js';
import { type FeatureSet, featureFiles } from './feature-set.js';

/** All that there is to say of the features, and the scenarios in them, in the order of the files. */
export type ReadFeatures = { readonly messages: readonly Envelope[]; readonly scenarios: readonly SourcedPickle[] };

/** Throws when there is no feature file at all, since nothing would fail then. A file that does not parse is one of the messages. */
export function readFeatures(features: FeatureSet, newId: IdGenerator.NewId): ReadFeatures {
  const files = featureFiles(features);
  if (files.length === 0) throw new Error(`there is no feature file below ${join(features.root, features.features)}`);
  const read = files.map((file) => readFeature(features.root, file, newId));
  return { messages: read.flatMap(({ messages }) => messages), scenarios: read.flatMap(({ scenarios }) => scenarios) };
}

function readFeature(root: string, file: string, newId: IdGenerator.NewId): ReadFeatures {
  const messages = generateMessages(readFileSync(join(root, file), 'utf8'), file, SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN, {
    defaultDialect: 'en',
    includeSource: true,
    includeGherkinDocument: true,
    includePickles: true,
    newId,
  });
  const gherkinDocument = messages.find((message) => message.gherkinDocument)?.gherkinDocument;
  const pickles = messages.flatMap(({ pickle }) => pickle ?? []);
  return { messages, scenarios: gherkinDocument === undefined ? [] : pickles.map((pickle) => ({ gherkinDocument, pickle })) };
}
