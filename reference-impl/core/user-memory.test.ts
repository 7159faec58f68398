import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Region } from '../../kit/subject/memory.js';
import { UserMemory } from './user-memory.js';

function region(address: number, bytes: readonly number[], access: Region['access'] = 'read-write'): Region {
  return { name: 'a region', address, access, bytes: Uint8Array.from(bytes) };
}

describe('the memory of a caller', () => {
  const lower = () => region(100, [1, 2, 3, 4]);
  const upper = () => region(104, [5, 6, 7, 8]);

  it('is read across regions that follow each other, and never beyond', () => {
    const memory = new UserMemory([lower(), upper()]);
    expect([...(memory.read(100, 8) ?? [])]).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8]);
    expect([...(memory.read(102, 4) ?? [])]).to.deep.equal([3, 4, 5, 6]);
    expect([...(memory.read(107, 1) ?? [])]).to.deep.equal([8]);
    expect(memory.read(100, 9)).to.equal(null);
    expect(memory.read(99, 1)).to.equal(null);
    expect(memory.read(108, 1)).to.equal(null);
    expect(memory.read(0, 0)).to.have.length(0);
  });

  it('gives a copy', () => {
    const mapped = lower();
    const copy = new UserMemory([mapped]).read(100, 4);
    mapped.bytes.fill(9);
    expect([...(copy ?? [])]).to.deep.equal([1, 2, 3, 4]);
  });

  it('is written up to the first byte that cannot be', () => {
    const [first, second] = [lower(), region(104, [5, 6], 'read-only')];
    const memory = new UserMemory([first, second]);
    expect(memory.write(102, Uint8Array.of(7, 8, 9))).to.equal(false);
    expect([...first.bytes, ...second.bytes]).to.deep.equal([1, 2, 7, 8, 5, 6]);
    expect(memory.read(104, 2)).to.have.length(2);
    expect(memory.write(99, Uint8Array.of(1))).to.equal(false);
    expect(memory.write(0, new Uint8Array(0))).to.equal(true);
  });

  it('is written across regions', () => {
    const [first, second] = [lower(), upper()];
    expect(new UserMemory([first, second]).write(103, Uint8Array.of(40, 50, 60))).to.equal(true);
    expect([...first.bytes, ...second.bytes]).to.deep.equal([1, 2, 3, 40, 50, 60, 7, 8]);
    expect(new UserMemory([first, second]).write(103, Uint8Array.of(10, 20, 30, 40))).to.equal(true);
    expect([...first.bytes, ...second.bytes]).to.deep.equal([1, 2, 3, 10, 20, 30, 40, 8]);
  });

  it('is cleared like it is written', () => {
    const [first, second] = [lower(), upper()];
    const memory = new UserMemory([first, second]);
    expect(memory.clear(103, 2)).to.equal(true);
    expect([...first.bytes, ...second.bytes]).to.deep.equal([1, 2, 3, 0, 0, 6, 7, 8]);
    expect(memory.clear(106, 3)).to.equal(false);
    expect([...second.bytes]).to.deep.equal([0, 6, 0, 0]);
    expect(memory.clear(0, 0)).to.equal(true);
    const locked = region(100, [1, 2], 'read-only');
    expect(new UserMemory([locked]).clear(100, 2)).to.equal(false);
    expect([...locked.bytes]).to.deep.equal([1, 2]);
  });
});
