import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { IdGenerator } from '@cucumber/messages';
import { expect } from 'chai';
import { compiledMessages } from './compiled-features.js';
import { featureFiles, SHIPPED_FEATURES } from './feature-set.js';
import { parseFeature } from './parse-feature.js';

const files = featureFiles(SHIPPED_FEATURES).map((path) => ({ path, text: readFileSync(join(SHIPPED_FEATURES.root, path), 'utf8') }));

/** The ids in the order in which they come first. */
function withoutIds(messages: readonly object[]): string {
  const known = new Map<string, number>();
  return JSON.stringify(messages, (key, value) => {
    const isId = /^(id|astNodeId|astNodeIds)$/.test(key) && (typeof value === 'string' || Array.isArray(value));
    if (!isId) return value;
    return [value].flat().map((id: string) => known.get(id) ?? known.set(id, known.size).size - 1);
  });
}

test('the build says of every feature what gherkin says', () => {
  expect(files).to.not.be.empty;
  for (const { path, text } of files) {
    const compiled = compiledMessages(path, text);
    if (compiled === undefined) throw new Error(`${path} was not compiled`);
    expect(withoutIds(compiled), path).to.equal(withoutIds(parseFeature(path, text, IdGenerator.incrementing())));
  }
});

test('no id of a compiled feature is one that a run gives', () => {
  const ids = files.flatMap(({ path, text }) => JSON.stringify(compiledMessages(path, text)).match(/"id":"[^"]*"/g) ?? []);
  expect(new Set(ids).size).to.equal(ids.length).and.above(0);
  expect(ids.filter((id) => !id.startsWith('"id":"f'))).to.deep.equal([]);
});

test('a feature that has changed since, or that nobody compiled, is unknown', () => {
  const [{ path, text }] = files as [{ path: string; text: string }];
  expect(compiledMessages(path, `${text}\n`)).to.equal(undefined);
  expect(compiledMessages(`elsewhere/${path}`, text)).to.equal(undefined);
});
