import { describe, it } from 'node:test';
import { expect } from 'chai';
import { compress } from '../compressed.js';
import type { RecordedValue } from '../evidence.js';
import { BadRecord, restore } from './restore.js';

const BYTES = Uint8Array.of(1, 2, ...new Uint8Array(24), 0xff);
const SHA256 = 'd5d4b8f0';

describe('restore', () => {
  it('gives back bytes, however they were written', () => {
    expect(restore({ length: 27, hex: '0102 00*24 ff' })).to.deep.equal(BYTES);
    expect(restore({ length: 6, hex: '0102*3' })).to.deep.equal(Uint8Array.of(1, 2, 1, 2, 1, 2));
    expect(restore({ length: 0, hex: '' })).to.deep.equal(new Uint8Array(0));
    expect(restore({ length: 27, hex: '0102', compressed: compress(BYTES) })).to.deep.equal(BYTES);
  });

  it('gives back every item of a list, and what is within', () => {
    const items = Array.from({ length: 40 }, (_, index) => ({ name: `fwctl${index}`, data: { length: 1, hex: '0a' } }));
    const recorded = {
      items: 40,
      first: items.slice(0, 4),
      last: items.slice(-4),
      compressed: compress(Buffer.from(JSON.stringify(items))),
    };
    expect(restore({ entries: recorded, more: [null, true, 'x'] })).to.deep.equal({
      entries: items.map(({ name }) => ({ name, data: Uint8Array.of(10) })),
      more: [null, true, 'x'],
    });
  });

  const contradictions: { readonly [what: string]: RecordedValue } = {
    'another length': { length: 3, hex: '0102' },
    'another length of what is compressed': { length: 3, hex: '01', compressed: compress(BYTES) },
    'another digest': { length: 27, hex: '0102', sha256: SHA256, compressed: compress(BYTES) },
    'half a byte': { length: 1, hex: '012' },
    'more than there can be': { length: 1, hex: '00*99999999999999' },
    'no digits': { length: 1, hex: 'zz' },
    'a damaged text': { length: 27, hex: '0102', compressed: 'AAAA' },
    'a damaged list': { items: 2, first: [], last: [], compressed: 'AAAA' },
    'a list of another length': { items: 2, first: [], last: [], compressed: compress(Buffer.from('[1]')) },
  };
  for (const [what, value] of Object.entries(contradictions)) {
    it(`refuses ${what}`, () => {
      expect(() => restore(value)).to.throw(BadRecord);
    });
  }
});
