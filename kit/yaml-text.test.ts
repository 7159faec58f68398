import { describe, it } from 'node:test';
import { expect } from 'chai';
import { YAML_SYNTAX } from './yaml-text.js';

describe('YAML_SYNTAX', () => {
  it('refuses a key that stands twice in a map, wherever, and says where', () => {
    expect(YAML_SYNTAX.parse('a: 1\nb:\n  - c: 1\n    d: 2\n    "c": 3\n')).to.deep.equal({
      kind: 'problem',
      offset: 30,
      expected: 'each key once in a map',
      received: 'c',
      count: 1,
    });
  });

  it('takes one key in two maps', () => {
    expect(YAML_SYNTAX.parse('a:\n  a: 1\n')).to.deep.include({ kind: 'value', value: { a: { a: 1 } } });
  });
});
