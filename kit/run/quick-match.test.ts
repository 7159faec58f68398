import { describe, it } from 'node:test';
import { supportCodeLibraryBuilder } from '@cucumber/cucumber';
import { IdGenerator } from '@cucumber/messages';
import { expect } from 'chai';
import type { StepDefinition } from './cucumber-parts.js';
import { SHIPPED_FEATURES } from './feature-set.js';
import { matchQuickly } from './quick-match.js';
import { readFeatures } from './read-features.js';
import { loadSupport } from './support-library.js';

/** Where the arguments lie in the text, and of which types they are; null when the text does not match. */
function placesOf(definition: StepDefinition, text: string) {
  const found = definition.expression.match(text);
  return found?.map(({ group, parameterType }) => ({ type: parameterType.name, group: { ...group, children: group.children } })) ?? null;
}

function define(...patterns: readonly (string | RegExp)[]): readonly StepDefinition[] {
  supportCodeLibraryBuilder.reset('/', IdGenerator.incrementing());
  for (const pattern of patterns) supportCodeLibraryBuilder.methods.Given(pattern, () => {});
  return supportCodeLibraryBuilder.finalize().stepDefinitions;
}

describe('matchQuickly', () => {
  const cases: readonly (readonly [pattern: string | RegExp, ...texts: string[]])[] = [
    ['nothing happens', 'nothing happens', 'nothing', 'nothing happens twice', ''],
    ['{int} byte(s)', '1 byte', '2 bytes', 'bytes'],
    ['the caller reads/writes {int} bytes', 'the caller reads 4 bytes', 'the caller writes 4 bytes', 'the caller 4 bytes'],
    ['a \\{brace} and {string}', 'a {brace} and "one \\" two"', "a {brace} and ''"],
    ['{word} {float} {word}', 'a 1.5 b', 'a b c'],
    ['{string} of {string}', '"a" of "b"', '"a of b" of "c"', '"a" of "b of c"', '"a" of', 'of "b"', '"a" of  of "b"'],
    ['{string} and {string}', `'it' and "that"`, `'it\\'s' and ""`, '"a" and b'],
    ['ab{word}ba', 'abxba', 'abba', 'aba', 'abxbaba'],
    ['{word}{int}', 'a1', 'a12', 'a'],
    ['{int}aa{int}', '1aa2', '1aaa2', '1aaaa2', '1a2'],
    ['{int}{string}{int}', '1"a"2', '1 "a" 2'],
    [/^(the|a) device(?: of (\w+))?$/, 'the device', 'a device of mine', 'device'],
    [/any(?<what>thing)/, 'is anything there', 'nobody'],
    ['{int} of( the) {word} bytes', '1 of the two bytes', '1 of two bytes', 'of bytes'],
    [/^one|two$/, 'one more', 'and two', 'three'],
    [/^A Byte$/i, 'a byte', 'no byte'],
    [/^(?:an? )?(?:(odd|even) )?bytes? [a-z]+ed\.$/, 'a byte sent.', 'odd bytes moved.', 'an even byte lost.', 'byte moved'],
    [/^x{2,3}y*z+$/, 'xxz', 'xxxyyzz', 'xz'],
  ];
  for (const [pattern, ...texts] of cases) {
    it(`finds in ${texts.length} texts what cucumber finds for ${pattern}`, () => {
      for (const definition of define(pattern)) {
        const { definition: quick } = matchQuickly(definition);
        for (const text of [...texts, ...texts]) expect(placesOf(quick, text), text).to.deep.equal(placesOf(definition, text));
      }
    });
  }

  it('tells where the arguments lie', () => {
    const [definition] = define('the caller reads/writes {int} byte(s) {word}');
    const found = definition && placesOf(matchQuickly(definition).definition, 'the caller reads 12 bytes twice');
    expect(found?.map(({ type, group: { start, end, value } }) => ({ type, start, end, value }))).to.deep.equal([
      { type: 'int', start: 17, end: 19, value: '12' },
      { type: 'word', start: 26, end: 31, value: 'twice' },
    ]);
  });

  it('finds in every step of the shipped features what cucumber finds', async () => {
    const { library, newId } = await loadSupport(SHIPPED_FEATURES);
    const texts = new Set(
      (readFeatures(SHIPPED_FEATURES, newId, () => {}) ?? []).flatMap(({ pickle }) => pickle.steps.map(({ text }) => text)),
    );
    expect(texts.size).to.be.greaterThan(100);
    for (const quick of library.stepDefinitions) {
      const slow: StepDefinition = Object.getPrototypeOf(quick);
      const matching = (definition: StepDefinition) => [...texts].filter((text) => definition.matchesStepName(text));
      expect(matching(quick)).to.deep.equal(matching(slow));
      for (const text of matching(quick)) expect(placesOf(quick, text), text).to.deep.equal(placesOf(slow, text));
    }
  });
});
