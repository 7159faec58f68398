import { describe, it } from 'node:test';
import { expect } from 'chai';
import { isNestedTooDeeply } from './wire.js';

describe('isNestedTooDeeply', () => {
  const nested = (levels: number) => Buffer.from('{"a":['.repeat(levels / 2) + ']}'.repeat(levels / 2));
  const [bracket, quoted] = ['['.repeat(40), String.raw`\"`];

  for (const [what, line, expected] of [
    ['sixteen levels', nested(16), false],
    ['eighteen levels', nested(18), true],
    ['many lists beside each other', Buffer.from(`[${'[],'.repeat(100)}[]]`), false],
    ['brackets in a text', Buffer.from(`["${bracket}"]`), false],
    ['brackets in a text, behind a quotation mark', Buffer.from(`["${quoted}${bracket}"]`), false],
    ['brackets behind a text that ends with a backslash', Buffer.from(String.raw`["\\",${bracket}`), true],
  ] as const) {
    it(`tells ${what} ${expected ? 'from' : 'as'} what a message may have`, () => {
      expect(isNestedTooDeeply(line)).to.equal(expected);
    });
  }

  it('looks through a line of texts that hold nothing but what needs a backslash', () => {
    expect(isNestedTooDeeply(Buffer.from(`["${quoted.repeat(1e6)}",${bracket}`))).to.equal(true);
    expect(isNestedTooDeeply(Buffer.from(`["${quoted.repeat(1e6)}${bracket}`))).to.equal(false);
  });
});
