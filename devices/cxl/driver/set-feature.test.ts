import { describe, it } from 'node:test';
import { expect } from 'chai';
import { decodeCciMessage, encodeCciResponse } from '../../../kit/formats/cxl/cci-message.js';
import { CXL_RETURN_CODES, type CxlReturnCodeName } from '../../../kit/formats/cxl/return-codes.js';
import { decodeSetFeature, encodeSetFeature } from '../../../kit/formats/cxl/set-feature.js';
import { ok } from '../../../kit/result.js';
import type { CxlDriver } from './driver.js';
import { CXL_DRIVER_PARTS } from './parts.js';
import { setFeature } from './set-feature.js';

const REQUEST = encodeSetFeature({
  uuid: '11111111-2222-3333-4444-555555555555',
  flags: 0,
  offset: 0,
  version: 1,
  data: new Uint8Array(25),
});

/** Sets 25 bytes through a mailbox of that size, with that answer to each part: what comes of it, and how much data each part brought. */
async function setThrough(payloadSize: number, answer: CxlReturnCodeName = 'Success') {
  const lengths: number[] = [];
  const driver: CxlDriver = {
    parts: CXL_DRIVER_PARTS,
    commands: new Map(),
    support: 'read-write',
    features: [],
    claimed: new Set(),
    lastTransfer: { over: Promise.resolve() },
    link: {
      payloadSize,
      execute: (request) => {
        const { opcode, payload } = decodeCciMessage(request);
        lengths.push(decodeSetFeature(payload).data.length);
        return ok(encodeCciResponse({ opcode, returnCode: CXL_RETURN_CODES[answer], payload: new Uint8Array(0) }));
      },
    },
  };
  return { outcome: await setFeature(driver, REQUEST, 8), lengths };
}

describe('setFeature', () => {
  for (const payloadSize of [0, 31, 32, 41]) {
    it(`sends nothing through a mailbox of ${payloadSize} bytes`, async () => {
      const { outcome, lengths } = await setThrough(payloadSize);
      expect(outcome).to.deep.equal(ok({ returnCode: CXL_RETURN_CODES['Invalid Input'], payload: new Uint8Array(0) }));
      expect(lengths).to.deep.equal([]);
    });
  }

  it('sends ten bytes at a time through a mailbox of 42 bytes', async () => {
    const { outcome, lengths } = await setThrough(42);
    expect(outcome).to.deep.equal(ok({ returnCode: CXL_RETURN_CODES.Success, payload: new Uint8Array(0) }));
    expect(lengths).to.deep.equal([10, 10, 5]);
  });

  it('goes on when a part has begun in the background', async () => {
    const { outcome, lengths } = await setThrough(42, 'Background Command Started');
    expect(outcome).to.deep.equal(ok({ returnCode: CXL_RETURN_CODES.Success, payload: new Uint8Array(0) }));
    expect(lengths).to.deep.equal([10, 10, 5]);
  });
});
