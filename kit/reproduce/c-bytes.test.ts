import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { fillStatements } from './c-bytes.js';

/** Does what the statements say. */
function memoryAfter(statements: readonly string[], length: number): Uint8Array {
  const memory = new Uint8Array(length);
  const text = statements.join('');
  for (const [, at, byte, times] of text.matchAll(/memset\(p \+ (\d+), (\w+), (\d+)\);/g))
    memory.fill(Number(byte), Number(at), Number(at) + Number(times));
  for (const [, at, bytes = '', count] of text.matchAll(/memcpy\(p \+ (\d+), \(unsigned char\[\]\)\{([^}]*)\}, (\d+)\);/g)) {
    const values = bytes.split(',').flatMap((value) => (value.trim() === '' ? [] : [Number(value)]));
    expect(values).to.have.length(Number(count));
    memory.set(values, Number(at));
  }
  return memory;
}

describe('fillStatements', () => {
  it('fills the memory with just these bytes', () => {
    const runs = fc.array(fc.tuple(fc.integer({ min: 1, max: 255 }), fc.integer({ min: 1, max: 40 })), { maxLength: 50 });
    fc.assert(
      fc.property(runs, (parts) => {
        const bytes = Uint8Array.from(parts.flatMap(([byte, times]) => Array.from({ length: times }, () => byte)));
        expect(memoryAfter(fillStatements('p', bytes) ?? [], bytes.length)).to.deep.equal(bytes);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it('is short where a byte repeats itself, and gives up on what nobody could read', () => {
    expect(fillStatements('p', new Uint8Array(1 << 20).fill(0x5a))).to.deep.equal(['memset(p + 0, 0x5a, 1048576);']);
    expect(
      fillStatements(
        'p',
        Uint8Array.from({ length: 20_000 }, (_, index) => index & 0xff),
      ),
    ).to.equal(null);
  });
});
