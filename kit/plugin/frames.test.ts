import { describe, it } from 'node:test';
import { expect } from 'chai';
import { Frames, frame } from './frames.js';

describe('Frames', () => {
  const messages = [{ id: 1, value: Uint8Array.of(1, 2, 3) }, { id: 2 }, { id: 3, value: -0 }];
  const stream = Buffer.concat(messages.flatMap((message) => frame(message)));

  for (const size of [1, 3, 64, stream.length]) {
    it(`finds messages in pieces of ${size} bytes`, () => {
      const frames = new Frames();
      const found: unknown[] = [];
      for (let at = 0; at < stream.length; at += size) found.push(...frames.take(stream.subarray(at, at + size)));
      expect(found).to.deep.equal(messages);
    });
  }

  const wrong: { readonly [what: string]: readonly [bytes: readonly number[], named: string] } = {
    'is empty': [[0, 0, 0, 0], 'a message of 0 bytes'],
    'would be very long': [[255, 255, 255, 255], 'a message of 4294967295 bytes'],
    'is none': [[3, 0, 0, 0, 1, 2, 3], '3 bytes that are no message'],
    'breaks off within': [[3, 0, 0, 0, 255, 15, 34], '3 bytes that are no message'],
  };
  for (const [what, [bytes, named]] of Object.entries(wrong)) {
    it(`refuses a message that ${what}`, () => {
      expect(() => [...new Frames().take(Buffer.from(bytes))]).to.throw(named);
    });
  }

  it('refuses to frame what cannot leave the process', () => {
    expect(() => frame({ value: () => {} })).to.throw('could not be cloned');
  });
});
