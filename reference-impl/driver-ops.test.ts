import { describe, it } from 'node:test';
import { expect } from 'chai';
import { NO_MEMORY } from './driver-ops.js';

describe('the memory of a caller who is out of reach', () => {
  it('cannot be read, and cannot be written', () => {
    expect(NO_MEMORY.read(0x1000, 4)).to.equal(null);
    expect(NO_MEMORY.write(0x1000, Uint8Array.of(1))).to.equal(false);
  });
});
