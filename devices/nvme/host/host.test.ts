import { describe, it } from 'node:test';
import { expect } from 'chai';
import { encodeCommand, type NvmeCommand, nvmeCommand } from '../../../kit/formats/nvme/command.js';
import { firmwareCommit, firmwareImageDownload, getLogPage, setFeatures } from '../../../kit/formats/nvme/dwords.js';
import { FEATURES } from '../../../kit/formats/nvme/features.js';
import { encodeFirmwareImage } from '../../../kit/formats/nvme/firmware-image.js';
import { LOG_PAGES } from '../../../kit/formats/nvme/log-pages.js';
import { NVME_ADMIN, NVME_IO } from '../../../kit/formats/nvme/opcodes.js';
import { DISALLOWED, type Disallowed } from '../../../kit/model/model.js';
import { NVME_SETUP } from '../../../kit/subject/device-setups.js';
import { VENDOR_COMMANDS } from '../firmware/controller.js';
import { createNvmeHardware } from '../nvme-hardware.js';

type Hardware = ReturnType<typeof createNvmeHardware>;

const NOBODYS = 0x2000;
const hardware = (): Hardware => createNvmeHardware(NVME_SETUP, 1);

function send({ link }: Hardware, fields: Partial<NvmeCommand>, queue = 0): void {
  link.submit(encodeCommand(nvmeCommand(fields)), queue);
}

function kinds({ notices }: Hardware): readonly Disallowed[] {
  return notices().map(({ kind }) => kind);
}

/** What would do it, and on which queue. */
const DEEDS: Readonly<Record<Disallowed, readonly (readonly [what: string, fields: Partial<NvmeCommand>, queue?: number])[]>> = {
  'host memory': [
    ['Identify writes where nobody has given memory', { opcode: NVME_ADMIN.Identify, cdw10: 1, prp1: NOBODYS }],
    ['an image is read from there', { opcode: NVME_ADMIN['Firmware Image Download'], ...firmwareImageDownload(0, 64), prp1: NOBODYS }],
    [
      'a buffer is lent to the controller there',
      { opcode: NVME_ADMIN['Set Features'], ...setFeatures(FEATURES['Host Memory Buffer'], 1), cdw13: NOBODYS },
    ],
    ['doorbells are there', { opcode: NVME_ADMIN['Doorbell Buffer Config'], prp1: NOBODYS, prp2: NOBODYS }],
  ],
  hang: [['the controller is stopped', { opcode: VENDOR_COMMANDS['stop the controller'] }]],
  'untrusted code': [['the firmware is patched', { opcode: VENDOR_COMMANDS['patch the firmware'] }]],
  'kernel objects': [
    ['a queue is deleted', { opcode: NVME_ADMIN['Delete I/O Submission Queue'], cdw10: 2 }],
    ['another queue is made', { opcode: NVME_ADMIN['Create I/O Completion Queue'], cdw10: 9 }],
    ['a command is aborted', { opcode: NVME_ADMIN.Abort, cdw10: 0xfff0_0000 }],
    ['streams are taken', { opcode: NVME_ADMIN['Directive Receive'], cdw11: 3 }],
  ],
  'kernel drivers': [
    ['a feature is set otherwise', { opcode: NVME_ADMIN['Set Features'], ...setFeatures(FEATURES.Timestamp, 1) }],
    [
      'an event is taken',
      { opcode: NVME_ADMIN['Get Log Page'], ...getLogPage({ page: LOG_PAGES['SMART / Health Information'], dwords: 1, retain: false }) },
    ],
    ['the blocks are locked', { opcode: NVME_ADMIN['Security Send'] }],
  ],
  'data plane': [
    ['blocks are read', { opcode: NVME_IO.Read, nsid: 1 }, 1],
    ['blocks are written', { opcode: NVME_IO.Write, nsid: 1 }, 1],
    ['a namespace is formatted', { opcode: NVME_ADMIN['Format NVM'], nsid: 1 }],
  ],
  'other devices': [['the enclosure is set', { opcode: NVME_ADMIN['NVMe-MI Send'], cdw11: 1 }]],
  'other hosts': [
    ['their namespace is formatted with all others', { opcode: NVME_ADMIN['Format NVM'], nsid: 0xffff_ffff }],
    ['everything is sanitized', { opcode: NVME_ADMIN.Sanitize }],
    ['a namespace is deleted', { opcode: NVME_ADMIN['Namespace Management'], nsid: 2, cdw10: 1 }],
    ['a namespace is detached', { opcode: NVME_ADMIN['Namespace Attachment'], nsid: 1, cdw10: 1 }],
    ['a controller goes offline', { opcode: NVME_ADMIN['Virtualization Management'] }],
  ],
};

describe('the host of an NVMe controller', () => {
  for (const kind of DISALLOWED) {
    for (const [what, fields, queue] of DEEDS[kind])
      it(`notices that ${what}`, () => {
        const device = hardware();
        send(device, fields, queue);
        expect(kinds(device)).to.include(kind);
      });
  }

  it('notices nothing of what harms nobody, nor of a reset', () => {
    const device = hardware();
    const buffer = device.link.map(4096);
    send(device, { opcode: NVME_ADMIN.Identify, cdw10: 1, prp1: buffer.address });
    send(device, { opcode: NVME_ADMIN['Format NVM'], nsid: 77 });
    send(device, { opcode: NVME_ADMIN['Set Features'], ...setFeatures(FEATURES['Host Memory Buffer'], 0) });
    device.firmware.reset();
    expect(buffer.bytes[64]).to.equal('1'.charCodeAt(0));
    expect(kinds(device).filter((kind) => kind !== 'kernel drivers')).to.deep.equal([]);
  });

  it('no longer takes a command for a buffer that was taken back', () => {
    const device = hardware();
    const buffer = device.link.map(4096);
    device.link.unmap(buffer);
    send(device, { opcode: NVME_ADMIN.Identify, cdw10: 1, prp1: buffer.address });
    expect(kinds(device)).to.deep.equal(['host memory']);
  });

  it('notices that a buffer is too short', () => {
    const device = hardware();
    send(device, { opcode: NVME_ADMIN.Identify, cdw10: 1, prp1: device.link.map(4095).address });
    expect(kinds(device)).to.deep.equal(['host memory']);
  });

  it('notices after a reset that the image is nobody\u2019s', () => {
    const device = createNvmeHardware(NVME_SETUP, 1, { isGenuine: () => true });
    const image = encodeFirmwareImage({ revision: '6.6', effects: [] }).fill(0, 12);
    const buffer = device.link.map(image.length);
    buffer.bytes.set(image);
    send(device, { opcode: NVME_ADMIN['Firmware Image Download'], ...firmwareImageDownload(0, image.length), prp1: buffer.address });
    send(device, { opcode: NVME_ADMIN['Firmware Commit'], ...firmwareCommit(3, 1) });
    expect(kinds(device)).to.deep.equal([]);
    device.firmware.reset();
    expect(kinds(device)).to.deep.equal(['untrusted code']);
  });

  it('sees what a controller has written where it should not', () => {
    const device = hardware();
    send(device, { opcode: NVME_IO.Read, nsid: 1, prp1: NOBODYS }, 1);
    send(device, { opcode: NVME_IO.Write, nsid: 2, prp1: NOBODYS }, 1);
    send(device, { opcode: NVME_IO.Read, nsid: 2, prp1: device.link.map(512).address }, 1);
    expect(device.notices().map(({ what }) => what)).to.include('the blocks of namespace 2 have changed');
  });
});
