import { NVME_ADMIN } from '../../../kit/formats/nvme/opcodes.js';
import { type Answer, done, failed } from './answer.js';
import type { Command } from './command.js';
import type { Controller } from './controller.js';

const ENTRY_LENGTH = 16;

function queuesOf(controller: Controller, opcode: number): Controller['submissionQueues'] {
  const ofSubmission: readonly number[] = [NVME_ADMIN['Create I/O Submission Queue'], NVME_ADMIN['Delete I/O Submission Queue']];
  return ofSubmission.includes(opcode) ? controller.submissionQueues : controller.completionQueues;
}

/** A new queue; the controller writes to its first entry at once. */
export function createQueue(controller: Controller, { command: { opcode, cdw10, prp1 } }: Command): Answer {
  const queues = queuesOf(controller, opcode);
  const id = cdw10 & 0xffff;
  if (id === 0 || queues.has(id)) return failed('Invalid Queue Identifier');
  queues.set(id, { entries: (cdw10 >>> 16) + 1, address: prp1 });
  controller.bus.write(prp1, new Uint8Array(ENTRY_LENGTH));
  return done();
}

export function deleteQueue(controller: Controller, { command: { opcode, cdw10 } }: Command): Answer {
  return queuesOf(controller, opcode).delete(cdw10 & 0xffff) ? done() : failed('Invalid Queue Identifier');
}

/** From now on the doorbells are in memory of the host; the controller writes there that it has seen them. */
export function configureDoorbells({ bus }: Controller, { command: { prp1, prp2 } }: Command): Answer {
  bus.write(prp1, new Uint8Array(ENTRY_LENGTH));
  bus.write(prp2, new Uint8Array(ENTRY_LENGTH));
  return done();
}
