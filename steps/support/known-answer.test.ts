import { describe, it } from 'node:test';
import { expect } from 'chai';
import { AS_KNOWN, compareWithKnown } from './known-answer.js';

const KNOWN = [0, null, 7, null];

describe('what a tool knows of an answer', () => {
  const cases: readonly (readonly [what: string, answer: readonly number[], words: string])[] = [
    ['is all that has to come', [0, 1, 7, 2], AS_KNOWN],
    ['has any bytes where it does not look', [0, 0xff, 7, 0xff], AS_KNOWN],
    ['may have more behind it', [0, 1, 7, 2, 9, 9], AS_KNOWN],
    ['is missed where a byte is another one', [0, 1, 10, 2], '0a in byte 2, and not 07'],
    ['is missed where a field has moved by a byte', [0, 1, 0, 7, 2], '00 in byte 2, and not 07'],
    ['is missed where the answer is too short, be it by a byte that nobody looks at', [0, 1, 7], 'an answer of 3 bytes'],
    ['is missed where nothing comes', [], 'an answer of 0 bytes'],
  ];
  for (const [what, answer, words] of cases)
    it(what, () => {
      expect(compareWithKnown(KNOWN, Uint8Array.from(answer))).to.equal(words);
    });
});
