import { encodeCommand, type NvmeCommand, type NvmeCompletion, nvmeCommand } from '../../../kit/formats/nvme/command.js';
import { NVME_STATUSES, type NvmeStatusName } from '../../../kit/formats/nvme/statuses.js';
import type { Bus } from './bus.js';
import { type Controller, createController } from './controller.js';
import { execute } from './execute.js';
import { NVME_FIRMWARE_PARTS } from './parts.js';

/** A controller beside a piece of memory that begins at address 0. */
export function testBench() {
  const memory = new Uint8Array(65_536);
  const bus: Bus = {
    read: (address, length) => memory.slice(address, address + length),
    write: (address, bytes) => memory.set(bytes, address),
  };
  const controller: Controller = createController(
    { commands: [], features: [{ id: 0xc0, effects: 1, value: 3 }] },
    NVME_FIRMWARE_PARTS,
    bus,
  );
  const send = (fields: Partial<NvmeCommand>, queue = 0): NvmeCompletion | null =>
    execute(controller, encodeCommand(nvmeCommand(fields)), queue);
  return { controller, memory, send, statusOf: (fields: Partial<NvmeCommand>, queue = 0) => nameOf(send(fields, queue)) };
}

const NAMES = Object.keys(NVME_STATUSES) as readonly NvmeStatusName[];

function nameOf(completion: NvmeCompletion | null): NvmeStatusName | 'nothing' {
  return NAMES.find((name) => NVME_STATUSES[name] === completion?.status) ?? 'nothing';
}
