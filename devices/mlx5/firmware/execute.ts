import { commandName } from '../../../kit/formats/mlx5/commands.js';
import { buildResponse } from '../../../kit/formats/mlx5/mailbox.js';
import { type Answer, type Command, failed, readCommand } from './command.js';
import { commandEntry } from './commands.js';
import type { Firmware } from './firmware.js';
import { SYNDROMES } from './syndromes.js';
import { KERNEL_UID } from './user-contexts.js';

/** One message in, one message out. The uid in the header is believed: it is the driver's to put it there. */
export function execute(firmware: Firmware, request: Uint8Array, room: number): Uint8Array {
  const { status, syndrome, results } = answer(firmware, readCommand(request), room);
  return buildResponse(status, syndrome, results).slice(0, room);
}

/** What is asked, then who asks, then the lengths, then the command itself. */
function answer(firmware: Firmware, command: Command, room: number): Answer {
  const name = commandName(command.opcode);
  if (name === undefined || !firmware.parts.hasCommand(firmware.release, name)) return failed('BAD_OP', SYNDROMES.UNKNOWN_OPCODE);
  const { audience, input, output, run } = commandEntry(name);
  if (!firmware.parts.isKnownUid(firmware, command.uid)) return failed('BAD_RES_STATE', SYNDROMES.UNKNOWN_UID);
  if (audience === 'kernel' && command.uid !== KERNEL_UID) return failed('BAD_RES_STATE', SYNDROMES.KERNEL_ONLY);
  if (audience === 'tools' && firmware.parts.lacksTools(firmware, command.uid)) return failed('BAD_PARAM', SYNDROMES.TOOLS_ONLY);
  if (command.request.length < input) return failed('BAD_INP_LEN', SYNDROMES.SHORT_INPUT);
  if (room < output) return failed('BAD_OUTP_LEN', SYNDROMES.SHORT_OUTPUT);
  return run(firmware, command);
}
