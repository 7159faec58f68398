import { describe, it } from 'node:test';
import { expect } from 'chai';
import { effectsWord } from '../../kit/formats/cxl/effects.js';
import { decodeCxlRpcAnswer, encodeCxlRpc } from '../../kit/formats/cxl/fwctl-rpc.js';
import { encodeGetFeature } from '../../kit/formats/cxl/get-feature.js';
import { CXL_OPCODES } from '../../kit/formats/cxl/opcodes.js';
import { CXL_RETURN_CODES } from '../../kit/formats/cxl/return-codes.js';
import { encodeSetFeature } from '../../kit/formats/cxl/set-feature.js';
import { CXL_SETUP, type CxlFeature, type CxlSetup } from '../../kit/subject/device-setups.js';
import { NO_MEMORY } from '../../reference-impl/driver-ops.js';
import { createCxlDevice } from './cxl-device.js';

const UUID = '11111111-2222-3333-4444-555555555555';
const FEATURE: CxlFeature = {
  uuid: UUID,
  getSize: 40,
  setSize: 40,
  flags: 1,
  getVersion: 1,
  setVersion: 1,
  effects: effectsWord(['immediate configuration change']),
  value: new Uint8Array(40),
};

async function opened(setup: Partial<CxlSetup> = {}) {
  const device = await createCxlDevice({ ...CXL_SETUP, features: [FEATURE], ...setup }, 3);
  const { ops, firmware } = device;
  if (!ops || !firmware) throw new Error('the device has no node');
  const context = await ops.openUctx();
  const send = async (request: Uint8Array) => {
    const response = await ops.fwRpc(context, 'debug write full', request, 256, NO_MEMORY);
    return response.ok ? decodeCxlRpcAnswer(response.value) : response.errno;
  };
  const set = (offset: number, length: number) =>
    send(
      encodeCxlRpc({
        opcode: CXL_OPCODES['Set Feature'],
        payload: encodeSetFeature({ uuid: UUID, flags: 0, offset, version: 1, data: new Uint8Array(length).fill(7) }),
      }),
    );
  const get = (offset: number, count: number) =>
    send(encodeCxlRpc({ opcode: CXL_OPCODES['Get Feature'], payload: encodeGetFeature({ uuid: UUID, offset, count, selection: 0 }) }));
  return { device, firmware, set, get };
}

describe('a CXL memory device', () => {
  it('is a memory device below a PCI function of its own', async () => {
    expect((await opened()).device.parent).to.equal('pci0000:00/0000:03:00.0/mem2');
  });

  it('is left alone by a function level reset', async () => {
    const { firmware, set, get } = await opened();
    await set(0, 40);
    firmware.reset('function');
    expect(await get(39, 1)).to.deep.include({ size: 1, returnCode: 0 });
    firmware.reset('cold');
    expect(await get(39, 1)).to.deep.include({ size: 1, returnCode: 0 });
  });

  it('says at which part a transfer failed, and sends no further one', async () => {
    const { firmware, set } = await opened({ payloadSize: 60 });
    const before = firmware.state().messages.length;
    expect(await set(0, 44)).to.deep.include({ returnCode: CXL_RETURN_CODES['Invalid Input'] });
    expect(firmware.state().messages.length - before).to.equal(2);
    firmware.fault({ kind: 'undelivered', errno: 'EBUSY' });
    expect(await set(0, 40)).to.equal('EBUSY');
  });

  it('is not read on when it answers with less than was asked for', async () => {
    const { firmware, get } = await opened({ payloadSize: 64 });
    const before = firmware.state().messages.length;
    expect(await get(36, 8)).to.equal('EIO');
    expect(firmware.state().messages.length - before).to.equal(1);
    firmware.fault({ kind: 'status', status: CXL_RETURN_CODES.Success, syndrome: 0 });
    expect(await get(0, 8)).to.equal('EIO');
  });
});
