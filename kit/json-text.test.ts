import { describe, it } from 'node:test';
import { expect } from 'chai';
import { JSON_SYNTAX } from './json-text.js';

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('JSON_SYNTAX', () => {
  const values = [
    '{}',
    ' [ 1 , -0.5e+3, true, false, null ] ',
    '"a\\n\\u00e9\\ud800"',
    '{"a":{"b":[{}]},"__proto__":1}',
    deep(65),
    '1e308',
  ];
  for (const text of values) {
    it(`reads ${text.slice(0, 40)} as JSON.parse does`, () => {
      const parsed = JSON_SYNTAX.parse(text);
      expect(parsed.kind === 'value' && parsed.value).to.deep.equal(JSON.parse(text));
    });
  }

  const problems: { readonly [text: string]: readonly [offset: number, expected: string, received: string] } = {
    '': [0, 'a value', 'the end of the file'],
    '{"a":1': [6, 'a comma or }', 'the end of the file'],
    '{"a': [3, 'a double quote', 'the end of the file'],
    '["\\u00': [6, 'an escape of JSON', 'the end of the file'],
    '[tru': [4, 'a value', 'the end of the file'],
    '[1,]': [3, 'a value', '"]"'],
    '[01]': [1, 'a value', '"01]"'],
    '{a:1}': [1, 'a name in double quotes', '"a:1}"'],
    '{"a" 1}': [5, 'a colon', '"1}"'],
    '[1] x': [4, 'the end of the file', '"x"'],
    '["\\x and more"]': [2, 'an escape of JSON', '"\\\\x and more\\"]"'],
    '["\u0000"]': [2, 'control characters as \\u and four digits', '"\\u0000\\"]"'],
    '{"a":1,"\\u0061":2}': [7, 'each name once in an object', '"\\"\\\\u0061\\":2}"'],
    '[1e999]': [1, 'a number that is not infinite', '"1e999]"'],
    [deep(66)]: [65, 'at most 64 levels of nesting', `"[${']'.repeat(19)}"`],
  };
  for (const [text, [offset, expected, received]] of Object.entries(problems)) {
    it(`finds what is wrong with ${JSON.stringify(text).slice(0, 40)}`, () => {
      expect(JSON_SYNTAX.parse(text)).to.deep.equal({ kind: 'problem', offset, expected, received, count: 1 });
    });
  }

  it('finds the place of a value, or of the nearest one around it', () => {
    const parsed = JSON_SYNTAX.parse('{"a": [1, {"b": 2}], "c": 3}');
    const offsetOf = parsed.kind === 'value' ? parsed.offsetOf : () => -1;
    expect([['a', 1, 'b'], ['a', 1, 'x'], ['c'], []].map(offsetOf)).to.deep.equal([16, 10, 26, 0]);
  });

  it('does not overflow the stack, and does not take for ever', () => {
    for (const text of ['['.repeat(1e6), `"${'\\u0000'.repeat(1e6)}`, '1'.repeat(1e7), `[${'"a",'.repeat(1e6)}`]) {
      expect(JSON_SYNTAX.parse(text).kind).to.equal('problem');
    }
  });
});
