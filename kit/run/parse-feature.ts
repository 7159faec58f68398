import { createRequire } from 'node:module';
import type { Envelope, IdGenerator, SourceMediaType } from '@cucumber/messages';

const PLAIN: `${SourceMediaType}` = 'text/x.cucumber.gherkin+plain';
const require = createRequire(import.meta.url);

/** What gherkin says of a feature file. Gherkin is loaded only now, since most runs find all their features compiled. */
export function parseFeature(path: string, text: string, newId: IdGenerator.NewId): readonly Envelope[] {
  const { generateMessages }: typeof import('@cucumber/gherkin') = require('@cucumber/gherkin');
  return generateMessages(text, path, PLAIN as SourceMediaType, {
    defaultDialect: 'en',
    includeSource: true,
    includeGherkinDocument: true,
    includePickles: true,
    newId,
  });
}
