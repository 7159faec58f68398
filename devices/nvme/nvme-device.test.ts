import { describe, it } from 'node:test';
import { expect } from 'chai';
import { nvmeCommand } from '../../kit/formats/nvme/command.js';
import { NVME_ADMIN } from '../../kit/formats/nvme/opcodes.js';
import { encodeNvmeRpc, NVME_DEVICE_TYPE } from '../../kit/formats/nvme/rpc.js';
import { NVME_STATUSES } from '../../kit/formats/nvme/statuses.js';
import { NVME_SETUP } from '../../kit/subject/device-setups.js';
import type { FirmwareFault } from '../../kit/subject/operations.js';
import { DEVICE_TYPES } from '../../kit/uapi/device-type.js';
import { bindDriver, nvmeOps } from './driver/ops.js';
import { NVME_DRIVER_PARTS } from './driver/parts.js';
import type { NvmeLink } from './link.js';
import { createNvmeDevice } from './nvme-device.js';
import { createNvmeHardware } from './nvme-hardware.js';

const IDENTIFY = encodeNvmeRpc({
  command: nvmeCommand({ opcode: NVME_ADMIN.Identify, cdw10: 1 }),
  dataLength: 4096,
  queue: 0,
  data: new Uint8Array(0),
});
const MEMORY = { read: () => null, write: () => false };

/** The link, on which command number `number` ends like that. */
function faultAt(link: ReturnType<typeof createNvmeHardware>['link'], number: number, fault: FirmwareFault): NvmeLink {
  let sent = 0;
  return {
    map: (length) => link.map(length),
    unmap: (buffer) => link.unmap(buffer),
    submit: (entry, queue) => {
      if (sent === number) link.fates.access.fault(fault);
      sent += 1;
      return link.submit(entry, queue);
    },
  };
}

const LOST: FirmwareFault = { kind: 'undelivered', errno: 'ENXIO' };

describe('the driver of an NVMe controller', () => {
  for (const lost of [0, 1])
    it(`is bound to none that does not tell of effects in log ${lost}`, async () => {
      const { link } = createNvmeHardware(NVME_SETUP, 1);
      expect(await bindDriver(NVME_DRIVER_PARTS, faultAt(link, lost, LOST))).to.equal(null);
    });

  for (const refused of [0, 1])
    it(`is bound to none that refuses log ${refused}`, async () => {
      const { link } = createNvmeHardware(NVME_SETUP, 1);
      const refusing = faultAt(link, refused, { kind: 'status', status: NVME_STATUSES['Invalid Log Page'], syndrome: 0 });
      expect(await bindDriver(NVME_DRIVER_PARTS, refusing)).to.equal(null);
    });

  it('fails with EIO while the running firmware does not tell of effects', async () => {
    const { link } = createNvmeHardware(NVME_SETUP, 1);
    const driver = await bindDriver(NVME_DRIVER_PARTS, faultAt(link, 2, LOST));
    if (driver === null) throw new Error('the driver is not bound');
    driver.parts.forgetLogs(driver);
    const ops = nvmeOps(driver);
    expect(await ops.fwRpc(null, 'configuration', IDENTIFY, 4104, MEMORY)).to.deep.equal({ ok: false, errno: 'EIO' });
    expect(await ops.fwRpc(null, 'configuration', IDENTIFY, 4104, MEMORY)).to.have.property('ok', true);
  });

  it('learns at an update what commands the other release has', async () => {
    const { ops, runFirmware } = await createNvmeDevice(NVME_SETUP, 1);
    const added = encodeNvmeRpc({ command: nvmeCommand({ opcode: 0xd2 }), dataLength: 0, queue: 0, data: new Uint8Array(0) });
    const send = () => ops?.fwRpc(null, 'debug read only', added, 8, MEMORY);
    expect(await send()).to.deep.equal({ ok: false, errno: 'EPERM' });
    runFirmware?.('later');
    expect(await send()).to.have.property('ok', true);
    runFirmware?.('earlier');
    expect(await send()).to.deep.equal({ ok: false, errno: 'EPERM' });
  });

  it('has a device type that mainline has given to nobody', () => {
    expect(Object.values<number>(DEVICE_TYPES)).not.to.include(NVME_DEVICE_TYPE);
  });
});
