import { describe, it } from 'node:test';
import { expect } from 'chai';
import { excessOf } from './wire.js';

describe('excessOf', () => {
  const nested = (levels: number) => Buffer.from('{"a":['.repeat(levels / 2) + ']}'.repeat(levels / 2));
  const [bracket, quoted] = ['['.repeat(40), String.raw`\"`];

  for (const [what, line, expected] of [
    ['sixteen levels', nested(16), null],
    ['eighteen levels', nested(18), 'levels'],
    ['many lists beside each other', Buffer.from(`[${'[],'.repeat(100)}[]]`), null],
    ['brackets in a text', Buffer.from(`["${bracket}"]`), null],
    ['brackets in a text, behind a quotation mark', Buffer.from(`["${quoted}${bracket}"]`), null],
    ['brackets behind a text that ends with a backslash', Buffer.from(String.raw`["\\",${bracket}`), 'levels'],
    ['as many items as a message may have', Buffer.from(`[${'0,'.repeat(2 ** 18 - 1)}0]`), null],
    ['more of them', Buffer.from(`[${'0,'.repeat(2 ** 18)}0]`), 'parts'],
    ['commas in a text', Buffer.from(`["${','.repeat(2 ** 18)}"]`), null],
  ] as const) {
    it(`tells ${what} ${expected === null ? 'as' : 'from'} what a message may have`, () => {
      expect(excessOf(line)).to.equal(expected);
    });
  }

  it('looks through a line of texts that hold nothing but what needs a backslash', () => {
    expect(excessOf(Buffer.from(`["${quoted.repeat(1e6)}",${bracket}`))).to.equal('levels');
    expect(excessOf(Buffer.from(`["${quoted.repeat(1e6)}${bracket}`))).to.equal(null);
  });
});
