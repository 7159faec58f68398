import { RAID_STATUSES, raidCommandName } from '../../../kit/formats/raid/commands.js';
import { decodeRaidRequest, encodeRaidResponse } from '../../../kit/formats/raid/messages.js';
import { type Answer, failed } from './answer.js';
import { commandEntry } from './commands.js';
import { logEvent } from './event-log.js';
import type { Firmware } from './firmware.js';

/** One message of that owner in, one message out. */
export function execute(firmware: Firmware, message: Uint8Array, owner: number): Uint8Array {
  const { status, results } = answer(firmware, message, owner);
  return encodeRaidResponse(RAID_STATUSES[status], results);
}

function answer(firmware: Firmware, message: Uint8Array, owner: number): Answer {
  const request = decodeRaidRequest(message);
  if (request === null) return failed('BAD_PARAMETER');
  const name = raidCommandName(request.opcode);
  if (name === undefined) return failed('UNKNOWN_COMMAND');
  const { least, isEvent, run } = commandEntry(name);
  if (request.payload.length < least) return failed('BAD_PARAMETER');
  const given = run(firmware, request, owner);
  if (isEvent && given.status === 'OK') logEvent(firmware, request);
  return { ...given, results: firmware.parts.resultsOfRelease(firmware.release, name, given.results) };
}
