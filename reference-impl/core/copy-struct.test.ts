import { describe, it } from 'node:test';
import { expect } from 'chai';
import { refuse } from '../../kit/result.js';
import { copyStructFromUser } from './copy-struct.js';
import { createCore } from './core.js';
import { UserMemory } from './user-memory.js';

const ADDRESS = 100;

/** The structure as the kernel has it afterwards; the caller's memory is in two pieces that follow each other. */
function copied(pieces: readonly [readonly number[], readonly number[]], userSize: number, knownSize: number) {
  const [lower, upper] = pieces.map((bytes) => Uint8Array.from(bytes));
  if (lower === undefined || upper === undefined) throw new Error('there are two pieces');
  const memory = new UserMemory([
    { name: 'lower', address: ADDRESS, access: 'read-write', bytes: lower },
    { name: 'upper', address: ADDRESS + lower.length, access: 'read-write', bytes: upper },
  ]);
  const answer = copyStructFromUser(createCore(), memory, ADDRESS, userSize, knownSize);
  return answer.ok ? [...answer.value] : answer;
}

describe('an extensible structure', () => {
  it('has zeros where it is longer than the caller knows', () => {
    const pieces = [
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ] as const;
    expect(copied(pieces, 6, 8)).to.deep.equal([1, 2, 3, 4, 5, 6, 0, 0]);
  });

  it('may be longer than the kernel knows where that is zero, whatever lies behind', () => {
    const pieces = [
      [1, 2, 0, 0],
      [0, 0, 3, 4],
    ] as const;
    expect(copied(pieces, 6, 2)).to.deep.equal([1, 2]);
    expect(copied(pieces, 7, 2)).to.deep.equal(refuse('E2BIG'));
    expect(copied([[1, 2, 0, 0], [0]], 6, 2)).to.deep.equal(refuse('EFAULT'));
  });
});
