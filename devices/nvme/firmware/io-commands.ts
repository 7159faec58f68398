import type { NvmeCommand } from '../../../kit/formats/nvme/command.js';
import { NVME_IO } from '../../../kit/formats/nvme/opcodes.js';
import { type Answer, done, failed } from './answer.js';
import type { Controller } from './controller.js';
import { BLOCK_LENGTH } from './namespaces.js';

/** A command of an I/O queue: blocks move between a namespace and the memory of the host. */
export function executeIo({ bus, namespaces }: Controller, command: NvmeCommand): Answer {
  const namespace = namespaces.get(command.nsid);
  if (namespace === undefined) return failed('Invalid Namespace or Format');
  const count = (command.cdw12 & 0xffff) + 1;
  const begin = command.cdw10 * BLOCK_LENGTH;
  const end = begin + count * BLOCK_LENGTH;
  if (end > namespace.blocks.length) return failed('LBA Out of Range');
  if (command.opcode === NVME_IO.Read) bus.write(command.prp1, namespace.blocks.slice(begin, end));
  else if (command.opcode === NVME_IO.Write) namespace.blocks.set(bus.read(command.prp1, end - begin), begin);
  else return failed('Invalid Command Opcode');
  namespace.moved += count;
  return done();
}
