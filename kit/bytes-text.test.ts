import { describe, it } from 'node:test';
import { expect } from 'chai';
import { bytesText, readBytesText } from './bytes-text.js';

describe('readBytesText', () => {
  it('reads what was written', () => {
    for (const bytes of [[], [1, 2, 3], [...new Uint8Array(8)], [0xff, ...new Uint8Array(300).fill(0x5a), 0]]) {
      const { bytes: read, rest } = readBytesText(bytesText(Buffer.from(bytes)), 1000);
      expect({ bytes: [...read], rest }).to.deep.equal({ bytes, rest: 'none' });
    }
  });

  it('gives no more bytes than are wanted, however many are written', () => {
    const { bytes, rest } = readBytesText('0102 00*999999999999 03', 6);
    expect({ bytes: [...bytes], rest }).to.deep.equal({ bytes: [1, 2, 0, 0, 0, 0], rest: 'cut off' });
    expect(readBytesText('010203', 2)).to.deep.equal({ bytes: Buffer.of(1, 2), rest: 'cut off' });
  });

  for (const text of ['0', '01 ', '00*0', '00*', '*8', '0G', '01\n', '00*1.5']) {
    it(`does not take ${JSON.stringify(text)} for bytes`, () => {
      expect(readBytesText(text, 100).rest).to.equal('unreadable');
    });
  }
});
