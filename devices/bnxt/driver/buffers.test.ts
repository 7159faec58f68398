import { describe, it } from 'node:test';
import { expect } from 'chai';
import {
  bufferAddress,
  LONGEST_BUFFER,
  REQUESTS_WITH_BUFFERS,
  type RequestWithBuffers,
  setBufferAddress,
  setBufferLength,
} from '../../../kit/formats/bnxt/buffers.js';
import { checkBuffers, lendBuffers, takeBuffersBack } from './buffers.js';

const TWO_ANSWERS: RequestWithBuffers = REQUESTS_WITH_BUFFERS.PORT_QSTATS_EXT;
const BOTH_WAYS: RequestWithBuffers = REQUESTS_WITH_BUFFERS.DBG_PTRACE;

const ADDRESSES = [0x7000, 0x9000];

/** A request of that kind, whose buffers are so many bytes long. */
function requestOf(kind: RequestWithBuffers, ...lengths: readonly number[]): Uint8Array {
  const request = new Uint8Array(kind.length);
  for (const [index, field] of kind.buffers.entries()) {
    setBufferAddress(request, field, ADDRESSES[index] ?? 0);
    setBufferLength(request, field, lengths[index] ?? 0);
  }
  return request;
}

/** Memory of a caller where everything is to be had, and who has asked for what. */
function watchedMemory() {
  const read: (readonly [address: number, length: number])[] = [];
  const written: (readonly [address: number, length: number])[] = [];
  return {
    read: (address: number, length: number) => {
      read.push([address, length]);
      return new Uint8Array(length);
    },
    write: (address: number, bytes: Uint8Array) => {
      written.push([address, bytes.length]);
      return true;
    },
    asked: { read, written },
  };
}

describe('the buffers of a request', () => {
  it('are each of them neither empty nor too long', () => {
    expect(checkBuffers(requestOf(TWO_ANSWERS, 8, 16), TWO_ANSWERS)).to.equal(null);
    for (const lengths of [
      [8, 0],
      [0, 8],
    ])
      expect(checkBuffers(requestOf(TWO_ANSWERS, ...lengths), TWO_ANSWERS)).to.equal('EINVAL');
  });

  it('are read where the device reads them, and written where it writes them', () => {
    const memory = watchedMemory();
    const request = requestOf(BOTH_WAYS, 64, 64);
    expect(lendBuffers(request, BOTH_WAYS, memory)).to.have.length(BOTH_WAYS.length);
    expect(memory.asked).to.deep.equal({ read: [[0x7000, 64]], written: [] });
    expect(takeBuffersBack(request, BOTH_WAYS, memory)).to.equal(true);
    expect(memory.asked).to.deep.equal({ read: [[0x7000, 64]], written: [[0x9000, 64]] });
  });

  it('are not given back when one of them cannot be written', () => {
    const memory = { read: () => null, write: (address: number) => address !== 0x9000 };
    expect(takeBuffersBack(requestOf(TWO_ANSWERS, 8, 16), TWO_ANSWERS, memory)).to.equal(false);
  });

  it('have room of their own in the memory for the device', () => {
    const lent = lendBuffers(requestOf(TWO_ANSWERS, 8, 16), TWO_ANSWERS, watchedMemory()) ?? new Uint8Array(0);
    const [first = 0, second = 0] = TWO_ANSWERS.buffers.map((field) => bufferAddress(lent, field));
    expect(Math.abs(first - second)).to.be.at.least(LONGEST_BUFFER);
  });
});
