import { decodeCciMessage, encodeCciResponse } from '../../../kit/formats/cxl/cci-message.js';
import { type Answer, failed } from './answer.js';
import { commandEntry, isRightLength } from './commands.js';
import type { Firmware } from './firmware.js';

/** One CCI message in, one out. */
export function execute(firmware: Firmware, request: Uint8Array): Uint8Array {
  const { opcode, payload } = decodeCciMessage(request);
  return encodeCciResponse({ opcode, ...answer(firmware, opcode, payload) });
}

function answer(firmware: Firmware, opcode: number, payload: Uint8Array): Answer {
  const entry = commandEntry(opcode);
  if (entry === null || !firmware.commands.has(opcode)) return failed('Unsupported');
  if (payload.length > firmware.payloadSize || !isRightLength(entry, payload.length)) return failed('Invalid Payload Length');
  return entry.run(firmware, payload);
}
