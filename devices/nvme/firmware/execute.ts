import { ADMIN_QUEUE, decodeCommand, type NvmeCompletion } from '../../../kit/formats/nvme/command.js';
import { dataDirection } from '../../../kit/formats/nvme/opcodes.js';
import { NVME_STATUSES } from '../../../kit/formats/nvme/statuses.js';
import { transferLength } from '../../../kit/formats/nvme/transfer.js';
import type { Answer } from './answer.js';
import { runOf } from './commands.js';
import type { Controller } from './controller.js';
import { supports } from './effects-log.js';
import { executeIo } from './io-commands.js';

/** One submission queue entry; its data lie where its PRP says, as many as it asks for. Null when nothing completes it. */
export function execute(controller: Controller, entry: Uint8Array, queue: number): NvmeCompletion | null {
  const command = decodeCommand(entry);
  if (controller.isStuck) return null;
  if (queue !== ADMIN_QUEUE) return completion(controller, executeIo(controller, command));
  const { opcode, prp1 } = command;
  if (!supports(controller, opcode)) return { status: NVME_STATUSES['Invalid Command Opcode'], result: 0 };
  const length = transferLength(command);
  const direction = dataDirection(opcode);
  const data = direction === 'to the controller' && length > 0 ? controller.bus.read(prp1, length) : new Uint8Array(0);
  const answer = runOf(opcode)(controller, { command, data });
  if (direction === 'to the host' && answer.data.length > 0) controller.bus.write(prp1, filled(answer.data, length));
  return completion(controller, answer);
}

/** The host gets as much as it has asked for. */
function filled(data: Uint8Array, length: number): Uint8Array {
  const whole = new Uint8Array(length);
  whole.set(data.subarray(0, length));
  return whole;
}

function completion({ isStuck }: Controller, { status, result }: Answer): NvmeCompletion | null {
  return isStuck ? null : { status, result };
}
