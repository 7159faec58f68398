import { CCI_MESSAGE, decodeCciMessage, encodeCciResponse } from '../../../kit/formats/cxl/cci-message.js';
import { CXL_RETURN_CODES } from '../../../kit/formats/cxl/return-codes.js';
import { type Answer, type Command, failed } from './command.js';
import { COMMANDS, type CommandEntry } from './commands.js';
import type { Firmware } from './firmware.js';

/** One CCI message in, one out; the response has the tag of its request. */
export function execute(firmware: Firmware, request: Uint8Array): Uint8Array {
  const command = decodeCciMessage(request);
  const { returnCode, payload } = answer(firmware, command);
  const response = encodeCciResponse({ opcode: command.opcode, returnCode: CXL_RETURN_CODES[returnCode], payload });
  response[CCI_MESSAGE.tag] = request[CCI_MESSAGE.tag] ?? 0;
  return response;
}

/** Whether the device has the command, then the length, then the command itself. */
function answer(firmware: Firmware, command: Command): Answer {
  const entry = COMMANDS.get(command.opcode);
  if (entry === undefined || !isLogged(firmware, command.opcode)) return failed('Unsupported');
  if (!takesLength(entry, command.payload.length) || command.payload.length > firmware.payloadSize) {
    return failed('Invalid Payload Length');
  }
  return entry.run(firmware, command);
}

function isLogged({ log }: Firmware, opcode: number): boolean {
  return log.some((command) => command.opcode === opcode);
}

function takesLength({ payload }: CommandEntry, length: number): boolean {
  return 'exactly' in payload ? length === payload.exactly : length >= payload.least;
}
