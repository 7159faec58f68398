import { beforeEach, describe, it } from 'node:test';
import { expect } from 'chai';
import { ADMIN_QUEUE, decodeCommand, type NvmeCommand, nvmeCommand } from '../../../kit/formats/nvme/command.js';
import { firmwareCommit, firmwareImageDownload, getLogPage } from '../../../kit/formats/nvme/dwords.js';
import { CREATE_TELEMETRY, LOG_PAGES } from '../../../kit/formats/nvme/log-pages.js';
import { NVME_ADMIN } from '../../../kit/formats/nvme/opcodes.js';
import { encodeNvmeRpc, NVME_RPC_ANSWER } from '../../../kit/formats/nvme/rpc.js';
import { refuse } from '../../../kit/result.js';
import { NVME_SETUP } from '../../../kit/subject/device-setups.js';
import type { Scope } from '../../../kit/uapi/scope.js';
import { NO_MEMORY } from '../../../reference-impl/driver-ops.js';
import { createNvmeHardware } from '../nvme-hardware.js';
import { kernelUser } from './kernel-user.js';
import { scopeOfLogPage } from './log-page-scope.js';
import { bindDriver, nvmeOps } from './ops.js';
import { NVME_DRIVER_PARTS, type NvmeDriver } from './parts.js';

type Data = { readonly dataLength?: number; readonly data?: Uint8Array };

function request(command: Partial<NvmeCommand>, { dataLength = 0, data = new Uint8Array(0) }: Data = {}): Uint8Array {
  return encodeNvmeRpc({ command: nvmeCommand(command), dataLength, queue: ADMIN_QUEUE, data });
}

const CONTROLLER = request({ opcode: NVME_ADMIN.Identify, cdw10: 1 }, { dataLength: 4096 });

describe('the driver of an NVMe controller', () => {
  let driver: NvmeDriver;
  let sent: NvmeCommand[];
  beforeEach(async () => {
    const { link } = createNvmeHardware(NVME_SETUP, 1);
    sent = [];
    const bound = await bindDriver(NVME_DRIVER_PARTS, {
      map: (length) => link.map(length),
      unmap: (buffer) => link.unmap(buffer),
      submit: (entry, queue) => {
        sent.push(decodeCommand(entry));
        return link.submit(entry, queue);
      },
    });
    if (bound === null) throw new Error('the driver is not bound');
    driver = bound;
    sent = [];
  });

  const send = (bytes: Uint8Array, scope: Scope = 'debug write full') => nvmeOps(driver).fwRpc(null, scope, bytes, 8192, NO_MEMORY);

  it('gives the controller a pointer to data, and none where there are no data', async () => {
    await send(CONTROLLER);
    await send(request({ opcode: NVME_ADMIN['Get Features'], cdw10: 7 }));
    expect(sent.map(({ opcode, prp1 }) => [opcode, prp1 !== 0])).to.deep.equal([
      [NVME_ADMIN.Identify, true],
      [NVME_ADMIN['Get Features'], false],
    ]);
  });

  it('answers with data from the controller only', async () => {
    const image = request(
      { opcode: NVME_ADMIN['Firmware Image Download'], ...firmwareImageDownload(0, 64) },
      { dataLength: 64, data: new Uint8Array(64).fill(7) },
    );
    const answer = await send(image);
    expect(answer.ok && answer.value.length).to.equal(NVME_RPC_ANSWER.data);
  });

  it('forgets what firmware says of its commands only when other firmware is activated', async () => {
    const known = driver.known.logs;
    // Of an Identify like that nobody knows what it asks for; the same bits of a commit would activate an image.
    await send(request({ opcode: NVME_ADMIN.Identify, cdw10: firmwareCommit(0, 3).cdw10 }, { dataLength: 4096 }));
    await send(request({ opcode: NVME_ADMIN['Firmware Commit'], ...firmwareCommit(1, 2) }));
    expect(driver.known.logs).to.equal(known);
    await send(request({ opcode: NVME_ADMIN['Firmware Commit'], ...firmwareCommit(1, 3) }));
    expect(driver.known.logs).to.equal(null);
  });

  it('refuses with EPERM what is for an I/O queue, whatever the scope', async () => {
    const onQueueOne = encodeNvmeRpc({
      command: nvmeCommand({ opcode: NVME_ADMIN.Identify, cdw10: 1 }),
      dataLength: 4096,
      queue: 1,
      data: new Uint8Array(0),
    });
    expect(await send(onQueueOne)).to.deep.equal(refuse('EPERM'));
  });

  it('refuses with EPERM what another driver has taken over', async () => {
    await kernelUser(driver).claim(CONTROLLER);
    expect(await send(CONTROLLER)).to.deep.equal(refuse('EPERM'));
  });

  it('delivers the commands of other drivers, also those that they have taken over', async () => {
    const { claim, command } = kernelUser(driver);
    const answer = await send(CONTROLLER);
    await claim(CONTROLLER);
    expect(await command(CONTROLLER, 8192)).to.deep.equal(answer);
    expect(answer).to.have.property('ok', true);
  });
});

describe('the scope of a log page', () => {
  it('looks at whether data are taken anew where that is host-initiated telemetry', () => {
    const scopeOf = (page: number) =>
      scopeOfLogPage(nvmeCommand({ opcode: NVME_ADMIN['Get Log Page'], ...getLogPage({ page, dwords: 128, specific: CREATE_TELEMETRY }) }));
    expect(scopeOf(LOG_PAGES['Telemetry Host-Initiated'])).to.equal('debug write');
    expect(scopeOf(LOG_PAGES['Telemetry Controller-Initiated'])).to.equal('debug read only');
  });
});
