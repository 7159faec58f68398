import { describe, it } from 'node:test';
import { expect } from 'chai';
import { decodeQuestion, encodeRecord, RecordReader, TO_HOST, wordAt, words } from './records.js';

const RECORDS = [
  { kind: TO_HOST.done, device: 1, id: 2, payload: words(-22) },
  { kind: TO_HOST.question, device: 3, id: 4, payload: new Uint8Array([...words(4, 1, 2, 64), 0xaa, 0xbb]) },
  { kind: TO_HOST.done, device: 5, id: 6, payload: new Uint8Array(0) },
] as const;

describe('records of the link', () => {
  it('come out as they went in, in whatever pieces they arrive', () => {
    const stream = Buffer.concat(RECORDS.map(encodeRecord));
    for (const size of [1, 3, 16, 17, stream.length]) {
      const reader = new RecordReader();
      const read = [];
      for (let at = 0; at < stream.length; at += size) read.push(...reader.take(stream.subarray(at, at + size)));
      expect(read, `pieces of ${size}`).to.deep.equal(RECORDS);
    }
  });

  it('hold words as the kernel reads them', () => {
    expect(words(-22)).to.deep.equal(Uint8Array.of(0xea, 0xff, 0xff, 0xff));
    expect(wordAt(words(7, 0x9a01), 1)).to.equal(0x9a01);
  });

  it('hold questions', () => {
    expect(decodeQuestion(RECORDS[1].payload)).to.deep.equal({
      op: 'fw_rpc',
      context: 1,
      scope: 2,
      outLength: 64,
      bytes: Uint8Array.of(0xaa, 0xbb),
    });
    expect(() => decodeQuestion(words(9, 0, 0, 0))).to.throw('operation 9');
  });
});
