import { describe, it } from 'node:test';
import { expect } from 'chai';
import { ok, refuse } from '../../../kit/result.js';
import { cxlOps } from './ops.js';
import { bindDriver } from './probe.js';

const SILENT = { payloadSize: 512, execute: () => refuse('ETIMEDOUT' as const) };

describe('the operations of the CXL driver', () => {
  it('tell of the device only where the driver has something to tell', async () => {
    expect(cxlOps(await bindDriver(SILENT)).info).to.equal(undefined);
    const telling = cxlOps(await bindDriver(SILENT, { info: () => Uint8Array.of(1, 2, 3, 4) }));
    expect(await telling.info?.(null)).to.deep.equal(ok(Uint8Array.of(1, 2, 3, 4)));
  });
});
