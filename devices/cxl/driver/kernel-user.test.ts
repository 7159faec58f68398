import { beforeEach, describe, it } from 'node:test';
import { expect } from 'chai';
import { effectsWord } from '../../../kit/formats/cxl/effects.js';
import { decodeCxlRpcAnswer, encodeCxlRpc } from '../../../kit/formats/cxl/fwctl-rpc.js';
import { encodeGetFeature } from '../../../kit/formats/cxl/get-feature.js';
import { CXL_OPCODES, type CxlCommandName } from '../../../kit/formats/cxl/opcodes.js';
import { encodeSetFeature } from '../../../kit/formats/cxl/set-feature.js';
import { refuse } from '../../../kit/result.js';
import { CXL_SETUP } from '../../../kit/subject/device-setups.js';
import type { KernelUser } from '../../../reference-impl/driver-ops.js';
import { createCxlDevice } from '../cxl-device.js';

const UUID = '11111111-2222-3333-4444-555555555555';
const FEATURE = {
  uuid: UUID,
  getSize: 4,
  setSize: 4,
  flags: 1,
  getVersion: 1,
  setVersion: 1,
  effects: effectsWord(['immediate data change']),
};

describe('a driver in the kernel that uses the features of a CXL memory device', () => {
  let kernel: KernelUser;
  beforeEach(async () => {
    const { kernelUser } = await createCxlDevice({ ...CXL_SETUP, features: [{ ...FEATURE, value: Uint8Array.of(1, 2, 3, 4) }] }, 1);
    if (kernelUser === undefined) throw new Error('nobody in the kernel uses the device');
    kernel = kernelUser;
  });

  const command = (name: CxlCommandName, payload: Uint8Array) => kernel.command(encodeCxlRpc({ opcode: CXL_OPCODES[name], payload }), 64);
  const read = async (offset: number, count: number) => {
    const answer = await command('Get Feature', encodeGetFeature({ uuid: UUID, offset, count, selection: 0 }));
    if (!answer.ok) throw new Error(answer.errno);
    const { returnCode, payload } = decodeCxlRpcAnswer(answer.value);
    return { returnCode, value: [...payload.subarray(0, count)] };
  };

  it('reads the part that it asks for', async () => {
    expect(await read(1, 2)).to.deep.equal({ returnCode: 0, value: [2, 3] });
  });

  it('sets a feature, and nobody asks it for a scope', async () => {
    await command('Set Feature', encodeSetFeature({ uuid: UUID, flags: 0, offset: 0, version: 1, data: Uint8Array.of(9, 8, 7, 6) }));
    expect(await read(0, 4)).to.deep.equal({ returnCode: 0, value: [9, 8, 7, 6] });
  });

  it('has no other command by this way', async () => {
    expect(await command('Get Health Info', new Uint8Array(0))).to.deep.equal(refuse('EOPNOTSUPP'));
  });
});
