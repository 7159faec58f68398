import { ADMIN_QUEUE, encodeCommand, type NvmeCommand, nvmeCommand } from '../../../kit/formats/nvme/command.js';
import { setFeatures } from '../../../kit/formats/nvme/dwords.js';
import { FEATURES } from '../../../kit/formats/nvme/features.js';
import { LOG_PAGES } from '../../../kit/formats/nvme/log-pages.js';
import { NVME_ADMIN } from '../../../kit/formats/nvme/opcodes.js';
import type { Controller } from '../firmware/controller.js';
import { execute } from '../firmware/execute.js';
import type { DmaBuffer } from '../link.js';
import type { HostMemory } from './memory.js';

const QUEUES = [1, 2];
const QUEUE_ENTRIES = 32;
const QUEUE_LENGTH = 4096;
const BUFFER_LENGTH = 65_536;
/** The identifier of the command by which the driver waits for events. */
const EVENT_COMMAND = 0xfff0;

/** What the kernel's nvme driver sets of a controller, and would miss if it were otherwise. */
const SETTINGS: readonly (readonly [feature: number, value: number])[] = [
  [FEATURES['Number of Queues'], 0x0001_0001],
  [FEATURES['Asynchronous Event Configuration'], 0x0000_0100],
  [FEATURES['Autonomous Power State Transition'], 1],
  [FEATURES['Temperature Threshold'], 350],
  [FEATURES['Volatile Write Cache'], 1],
  [FEATURES.Timestamp, 0x1000],
];

/** What the nvme driver does after each reset: it sets the features that are its own, and makes queues, all in memory that it gives. Gives that memory. */
export function bringUp(controller: Controller, memory: HostMemory): readonly DmaBuffer[] {
  const given: DmaBuffer[] = [];
  const give = (length: number): number => {
    const buffer = memory.give(length);
    given.push(buffer);
    return buffer.address;
  };
  const send = (fields: Partial<NvmeCommand>): void => {
    execute(controller, encodeCommand(nvmeCommand(fields)), ADMIN_QUEUE);
  };
  for (const [feature, value] of SETTINGS) send({ opcode: NVME_ADMIN['Set Features'], ...setFeatures(feature, value) });
  const address = give(BUFFER_LENGTH);
  send({
    opcode: NVME_ADMIN['Set Features'],
    ...setFeatures(FEATURES['Host Memory Buffer'], 1),
    cdw13: address & 0xffff_ffff,
    cdw14: Math.floor(address / 0x1_0000_0000),
  });
  for (const queue of QUEUES) {
    for (const name of ['Create I/O Completion Queue', 'Create I/O Submission Queue'] as const) {
      const cdw10 = queue | ((QUEUE_ENTRIES - 1) << 16);
      send({ opcode: NVME_ADMIN[name], cdw10, prp1: give(QUEUE_LENGTH) });
    }
  }
  send({ opcode: NVME_ADMIN['Asynchronous Event Request'], commandId: EVENT_COMMAND });
  controller.events.add(LOG_PAGES['SMART / Health Information']);
  return given;
}
