import { createRequire } from 'node:module';
import { test } from 'node:test';
import { expect } from 'chai';
import { findsDefinitions } from './definition-place.js';
import { SHIPPED_FEATURES } from './feature-set.js';
import { loadSupport } from './support-library.js';

const require = createRequire(import.meta.url);
const cucumber = require.resolve('@cucumber/cucumber');

test('the place of a definition is the line that asks for it', () => {
  const place = findsDefinitions(cucumber)(new URL('.', import.meta.url).pathname);
  const [, line] = /definition-place\.test\.js:(\d+)/.exec(new Error().stack ?? '') ?? [];
  expect(place).to.deep.equal({ uri: 'definition-place.test.js', line: Number(line) - 1 });
});

test('a stack is written as ever afterwards', () => {
  findsDefinitions(cucumber)('/');
  expect(new Error('no').stack).to.match(/^Error: no\n {4}at /);
});

test('every step, hook and parameter type has the file in which it is defined', async () => {
  const { library } = await loadSupport(SHIPPED_FEATURES);
  const definitions = [...library.stepDefinitions, ...library.afterTestCaseHookDefinitions, ...library.beforeTestRunHookDefinitions];
  expect(definitions).to.have.length.above(100);
  for (const { uri, line } of definitions) {
    expect(uri).to.match(/^dist\/steps\/.*\.js$/);
    expect(line).to.be.above(0);
  }
});
