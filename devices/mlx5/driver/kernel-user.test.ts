import { describe, it } from 'node:test';
import { expect } from 'chai';
import { buildRequest, buildResponse } from '../../../kit/formats/mlx5/mailbox.js';
import { ok, refuse } from '../../../kit/result.js';
import { MLX5_SETUP } from '../../../kit/subject/device-setups.js';
import { NO_MEMORY } from '../../../reference-impl/driver-ops.js';
import { createMlx5Device } from '../mlx5-device.js';

async function opened() {
  const { ops, firmware, kernelUser } = await createMlx5Device(MLX5_SETUP, 1);
  const context = await ops?.openUctx();
  if (!ops || !firmware || !kernelUser || !context?.ok) throw new Error('the device cannot be opened');
  return { ops, firmware, kernelUser, context: context.value };
}

describe('another driver of an mlx5 function', () => {
  /** A new one each time: the driver answers in the memory of a request. */
  const request = () => buildRequest('NOP');

  it('hears what the firmware says, and that a command got lost', async () => {
    const { firmware, kernelUser } = await opened();
    expect(await kernelUser.command(request(), 16)).to.deep.equal(ok(buildResponse('OK', 0, new Uint8Array(0))));
    firmware.fault({ kind: 'undelivered', errno: 'ETIMEDOUT' });
    expect(await kernelUser.command(request(), 16)).to.deep.equal(refuse('ETIMEDOUT'));
  });

  it('takes a command over, which is refused to user space like one that is not admitted', async () => {
    const { ops, kernelUser, context } = await opened();
    const send = () => ops.fwRpc(context, 'debug write full', request(), 16, NO_MEMORY);
    expect(await send()).to.have.property('ok', true);
    await kernelUser.claim(request());
    expect(await send()).to.deep.equal(refuse('EBADMSG'));
  });
});
