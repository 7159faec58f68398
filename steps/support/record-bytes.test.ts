import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { decompress } from '../../kit/compressed.js';
import { recordBytes } from './record-bytes.js';

/** The bytes that such a text stands for. */
function bytesOf(text: string): Buffer {
  const groups = text === '' ? [] : text.split(' ');
  return Buffer.concat(
    groups.map((group) => {
      const [digits = '', times = '1'] = group.split('*');
      return Buffer.alloc((digits.length / 2) * Number(times), digits, 'hex');
    }),
  );
}

describe('recordBytes', () => {
  it('writes a byte that comes often in a row once', () => {
    expect(recordBytes(Uint8Array.of(1, 2, ...new Uint8Array(24), 0xff))).to.deep.equal({ length: 27, hex: '0102 00*24 ff' });
    expect(recordBytes(new Uint8Array(4096))).to.deep.equal({ length: 4096, hex: '00*4096' });
  });

  it('leaves few of a kind as they are', () => {
    expect(recordBytes(Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0))).to.deep.equal({ length: 8, hex: '0100000000000000' });
    expect(recordBytes(new Uint8Array(0))).to.deep.equal({ length: 0, hex: '' });
  });

  it('loses nothing, whether it shows it whole or not, and gives the digest of what it does not', () => {
    const runs = fc.array(fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 1, max: 64 })), { maxLength: 200, size: 'max' });
    let whole = 0;
    fc.assert(
      fc.property(runs, (parts) => {
        const bytes = Uint8Array.from(parts.flatMap(([byte, times]) => Array.from({ length: times }, () => byte)));
        const { length, hex, sha256, compressed } = recordBytes(bytes);
        const shown = bytesOf(hex);
        expect(length).to.equal(bytes.length);
        expect(shown.equals(bytes.subarray(0, shown.length))).to.equal(true);
        if (sha256 === undefined) whole += 1;
        expect(compressed === undefined ? shown.length === length : decompress(compressed).equals(bytes)).to.equal(true);
        expect(sha256 ?? null).to.equal(shown.length === length ? null : createHash('sha256').update(bytes).digest('hex'));
      }),
      { numRuns: 500, seed: 1 },
    );
    expect(whole).to.be.within(50, 450);
  });

  it('is quick to give up on long ones', () => {
    const { length, hex, sha256 } = recordBytes(new Uint8Array(1 << 21));
    expect({ length, hex }).to.deep.equal({ length: 1 << 21, hex: '00*128' });
    expect(sha256).to.have.length(64);
  });
});
