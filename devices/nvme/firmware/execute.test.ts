import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { NvmeCommand } from '../../../kit/formats/nvme/command.js';
import { firmwareCommit, firmwareImageDownload, getFeatures, getLogPage, setFeatures } from '../../../kit/formats/nvme/dwords.js';
import { decodeEffects } from '../../../kit/formats/nvme/effects.js';
import { FEATURES } from '../../../kit/formats/nvme/features.js';
import { LOG_PAGES } from '../../../kit/formats/nvme/log-pages.js';
import { NVME_ADMIN, NVME_IO } from '../../../kit/formats/nvme/opcodes.js';
import type { NvmeStatusName } from '../../../kit/formats/nvme/statuses.js';
import { resetController, runRelease, VENDOR_COMMANDS } from './controller.js';
import { testBench } from './test-bench.js';

const page = (name: keyof typeof LOG_PAGES, dwords: number): Partial<NvmeCommand> => ({
  opcode: NVME_ADMIN['Get Log Page'],
  ...getLogPage({ page: LOG_PAGES[name], dwords }),
});

describe('the firmware of an NVMe controller', () => {
  const refused: readonly (readonly [what: string, status: NvmeStatusName, fields: Partial<NvmeCommand>, queue?: number])[] = [
    ['a command that it does not have', 'Invalid Command Opcode', { opcode: 0xfe }],
    [
      'a log page that it does not have',
      'Invalid Log Page',
      { opcode: NVME_ADMIN['Get Log Page'], ...getLogPage({ page: 0x7f, dwords: 1 }) },
    ],
    ['a data structure that it does not have', 'Invalid Field in Command', { opcode: NVME_ADMIN.Identify, cdw10: 0x55 }],
    ['a feature that it does not have', 'Invalid Field in Command', { opcode: NVME_ADMIN['Get Features'], cdw10: 0x55 }],
    ['setting a feature that it does not have', 'Invalid Field in Command', { opcode: NVME_ADMIN['Set Features'], cdw10: 0x55 }],
    ['a value that no feature has', 'Invalid Field in Command', { opcode: NVME_ADMIN['Get Features'], cdw10: 0x7c0 }],
    [
      'a feature for the next reset that is not to be saved',
      'Feature Identifier Not Saveable',
      { opcode: NVME_ADMIN['Set Features'], ...setFeatures(0xc0, 1, false) },
    ],
    ['a slot that there is not', 'Invalid Firmware Slot', { opcode: NVME_ADMIN['Firmware Commit'], ...firmwareCommit(4, 0) }],
    ['slot 0', 'Invalid Firmware Slot', { opcode: NVME_ADMIN['Firmware Commit'], ...firmwareCommit(0, 0) }],
    ['a slot that is empty', 'Invalid Firmware Image', { opcode: NVME_ADMIN['Firmware Commit'], ...firmwareCommit(3, 2) }],
    ['a boot partition', 'Invalid Field in Command', { opcode: NVME_ADMIN['Firmware Commit'], ...firmwareCommit(1, 6) }],
    [
      'an image that is too long',
      'Invalid Field in Command',
      { opcode: NVME_ADMIN['Firmware Image Download'], ...firmwareImageDownload(65_536, 4) },
    ],
    ['queue 0', 'Invalid Queue Identifier', { opcode: NVME_ADMIN['Create I/O Completion Queue'] }],
    ['a queue that there is not', 'Invalid Queue Identifier', { opcode: NVME_ADMIN['Delete I/O Submission Queue'], cdw10: 9 }],
    ['a namespace to format that there is not', 'Invalid Namespace or Format', { opcode: NVME_ADMIN['Format NVM'], nsid: 9 }],
    [
      'a namespace to delete that there is not',
      'Invalid Namespace or Format',
      { opcode: NVME_ADMIN['Namespace Management'], nsid: 9, cdw10: 1 },
    ],
    ['a namespace to attach that there is not', 'Invalid Namespace or Format', { opcode: NVME_ADMIN['Namespace Attachment'], nsid: 9 }],
    ['another namespace, for want of room', 'Invalid Field in Command', { opcode: NVME_ADMIN['Namespace Management'] }],
    ['blocks of a namespace that there is not', 'Invalid Namespace or Format', { opcode: NVME_IO.Read, nsid: 9 }, 1],
    ['blocks behind the last one', 'LBA Out of Range', { opcode: NVME_IO.Read, nsid: 1, cdw10: 7, cdw12: 1 }, 1],
    ['an I/O command that it does not have', 'Invalid Command Opcode', { opcode: 0x7f, nsid: 1 }, 1],
  ];
  for (const [what, status, fields, queue] of refused)
    it(`refuses ${what}`, () => {
      expect(testBench().statusOf(fields, queue)).to.equal(status);
    });

  it('answers nothing once it has stopped', () => {
    const { statusOf } = testBench();
    expect(statusOf({ opcode: VENDOR_COMMANDS['stop the controller'] })).to.equal('nothing');
    expect(statusOf({ opcode: NVME_ADMIN.Identify, cdw10: 1 })).to.equal('nothing');
    expect(statusOf({ opcode: NVME_IO.Read, nsid: 1 }, 1)).to.equal('nothing');
  });

  it('tells of every command what it has an effect on', () => {
    const { memory, send } = testBench();
    send(page('Commands Supported and Effects', 1024));
    const log = decodeEffects(memory);
    expect(log.get(NVME_ADMIN['Format NVM'])).to.equal(0x0010_0007);
    expect(log.has(0xfe)).to.equal(false);
    expect([...log.keys()]).to.include.members(Object.values(VENDOR_COMMANDS));
  });

  it('tells which slot is active, which one will be, and what is in them', () => {
    const { memory, send } = testBench();
    send({ opcode: NVME_ADMIN['Firmware Commit'], ...firmwareCommit(2, 2) });
    send(page('Firmware Slot Information', 16));
    expect(memory[0]).to.equal(0x21);
    expect(Buffer.from(memory.subarray(8, 32)).toString()).to.equal('1.0     2.0     \0\0\0\0\0\0\0\0');
  });

  it('runs the release that it is updated to, with what that has of new commands, and no slot that waited', () => {
    const { send, memory, controller, statusOf } = testBench();
    const added = { opcode: 0xd2 };
    expect(statusOf(added)).to.equal('Invalid Command Opcode');
    const revisions = (['earlier', 'later', 'usual'] as const).map((release) => {
      send({ opcode: NVME_ADMIN['Firmware Commit'], ...firmwareCommit(2, 2) });
      runRelease(controller, release);
      resetController(controller);
      send({ opcode: NVME_ADMIN.Identify, cdw10: 1 });
      return [Buffer.from(memory.subarray(64, 72)).toString(), statusOf(added)];
    });
    expect(revisions).to.deep.equal([
      ['0.9     ', 'Invalid Command Opcode'],
      ['1.1     ', 'Successful Completion'],
      ['1.0     ', 'Invalid Command Opcode'],
    ]);
  });

  it('lists its namespaces and tells how large they are', () => {
    const { memory, send } = testBench();
    send({ opcode: NVME_ADMIN.Identify, cdw10: 2 });
    expect([...memory.subarray(0, 12)]).to.deep.equal([1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0]);
    send({ opcode: NVME_ADMIN.Identify, nsid: 2, cdw10: 0 });
    expect(memory[0]).to.equal(8);
    send({ opcode: NVME_ADMIN.Identify, nsid: 9, cdw10: 0 });
    expect(memory[0]).to.equal(0);
  });

  it('has three values of a feature', () => {
    const { send } = testBench();
    send({ opcode: NVME_ADMIN['Set Features'], ...setFeatures(0xc0, 8) });
    const value = (selection: 'current' | 'default' | 'saved') =>
      send({ opcode: NVME_ADMIN['Get Features'], ...getFeatures(0xc0, selection) })?.result;
    expect([value('current'), value('default'), value('saved')]).to.deep.equal([3, 3, 8]);
  });

  it('sets a feature that is not saved, until the next reset', () => {
    const { controller, send } = testBench();
    send({ opcode: NVME_ADMIN['Set Features'], ...setFeatures(FEATURES.Timestamp, 9, false) });
    expect(controller.features.get(FEATURES.Timestamp)).to.include({ current: 9, saved: 0 });
  });

  it('says whether there was a command to abort', () => {
    const { send } = testBench();
    send({ opcode: NVME_ADMIN['Asynchronous Event Request'], commandId: 3 });
    expect(send({ opcode: NVME_ADMIN.Abort, cdw10: 3 << 16 })?.result).to.equal(0);
    expect(send({ opcode: NVME_ADMIN.Abort, cdw10: 3 << 16 })?.result).to.equal(1);
  });

  it('dumps its memory with the trace level in it', () => {
    const { memory, send } = testBench();
    memory[0] = 6;
    send({ opcode: VENDOR_COMMANDS['set the trace level'], cdw10: 1 });
    send({ opcode: VENDOR_COMMANDS['dump the memory'], cdw10: 32 });
    expect(memory[16]).to.equal(6);
    expect(memory[64]).to.equal(0xd1);
  });

  it('begins a self-test and ends it', () => {
    const { controller, send } = testBench();
    send({ opcode: NVME_ADMIN['Device Self-test'], cdw10: 1 });
    expect(controller.isTesting).to.equal(true);
    send({ opcode: NVME_ADMIN['Device Self-test'], cdw10: 0xf });
    expect(controller.isTesting).to.equal(false);
  });

  it('gives back the streams that it has kept', () => {
    const { controller, send } = testBench();
    send({ opcode: NVME_ADMIN['Directive Receive'], cdw11: 3 });
    expect(controller.streams).to.equal(1);
    send({ opcode: NVME_ADMIN['Directive Send'] });
    expect(controller.streams).to.equal(0);
  });
});
