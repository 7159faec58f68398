import { mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import { bytesOfFile, linesOf, NearbyBytes, readAt } from './byte-source.js';

describe('bytes of a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-bytes-'));
  after(() => rmSync(folder, { recursive: true }));
  const content = Buffer.from(Array.from({ length: 700_000 }, (_, index) => index % 251));
  const file = join(folder, 'bytes');
  writeFileSync(file, content);

  it('are the same at any place, in any order, however many are wanted', () => {
    const source = bytesOfFile(file);
    if (source === null) throw new Error('no file');
    for (const [position, length] of [
      [0, 10],
      [5, 300_000],
      [262_140, 10],
      [262_150, 262_143],
      [3, 4],
      [699_990, 10],
      [0, 262_144],
    ] as const)
      expect(readAt(source, position, length).equals(content.subarray(position, position + length)), `${position}`).to.equal(true);
    expect(readAt(source, 699_990, 20)).to.have.length(10);
    expect(readAt(source, 800_000, 20)).to.have.length(0);
  });

  it('are those that were appended, too, also when there were fewer at first', () => {
    const descriptor = openSync(join(folder, 'growing'), 'w+');
    const near = new NearbyBytes(descriptor);
    const buffer = Buffer.alloc(4);
    writeSync(descriptor, 'ab');
    expect(near.fill(buffer, 0)).to.equal(2);
    writeSync(descriptor, 'cdef');
    expect(near.fill(buffer, 0)).to.equal(4);
    expect(near.fill(buffer, 2)).to.equal(4);
    expect(buffer.toString()).to.equal('cdef');
  });

  it('are cut into lines, of which one that is too long is the last', () => {
    writeFileSync(join(folder, 'lines'), `a\n${'b'.repeat(600_000)}\nc`);
    const source = bytesOfFile(join(folder, 'lines'));
    if (source === null) throw new Error('no file');
    const lengthsUpTo = (longest: number): readonly number[] => [...linesOf(source, longest)].map(({ bytes }) => bytes.length);
    expect(lengthsUpTo(1 << 20)).to.deep.equal([2, 600_001, 1]);
    expect(lengthsUpTo(1000)).to.deep.equal([2, 262_142]);
  });
});
