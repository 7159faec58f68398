import { test } from 'node:test';
import { expect } from 'chai';
import { buildRequest } from '../../kit/formats/mlx5/mailbox.js';
import { MLX5_SETUP } from '../../kit/subject/device-setups.js';
import { NO_MEMORY } from '../../reference-impl/driver-ops.js';
import { createMlx5Device } from './mlx5-device.js';

async function opened() {
  const device = await createMlx5Device(MLX5_SETUP, 3);
  const context = await device.ops?.openUctx();
  if (!device.ops || !device.firmware || !context?.ok) throw new Error('the device cannot be opened');
  return { ops: device.ops, firmware: device.firmware, context: context.value, parent: device.parent };
}

test('its parent is a PCI function of its own', async () => {
  expect((await opened()).parent).to.equal('pci0000:00/0000:03:00.0');
});

test('a fault concerns the next command only', async () => {
  const { ops, firmware, context } = await opened();
  const send = () => ops.fwRpc(context, 'debug read only', buildRequest('NOP'), 16, NO_MEMORY);
  firmware.fault({ kind: 'undelivered', errno: 'ETIMEDOUT' });
  expect(await send()).to.deep.equal({ ok: false, errno: 'ETIMEDOUT' });
  expect(await send()).to.deep.equal({ ok: true, value: new Uint8Array(16) });
});

test('after a reset the firmware knows no user context, and closing one is still no error', async () => {
  const { ops, firmware, context } = await opened();
  expect(firmware.state().contexts).to.have.length(1);
  firmware.reset('function');
  expect(firmware.state().contexts).to.have.length(0);
  expect(await ops.closeUctx(context)).to.equal(undefined);
});

test('what the firmware holds is told with its owner', async () => {
  const { firmware } = await opened();
  const [context] = firmware.state().contexts;
  expect(context?.capabilities).to.equal(0x4);
  expect(firmware.state().objects).to.deep.equal([]);
});
