import { COMMAND_EFFECTS_LOG, decodeGetLog, encodeCommandEffectsLog, encodeSupportedLogs } from '../../../kit/formats/cxl/logs.js';
import { type Answer, done, failed } from './answer.js';
import type { Firmware } from './firmware.js';

export function getSupportedLogs(firmware: Firmware): Answer {
  return done(encodeSupportedLogs([{ uuid: COMMAND_EFFECTS_LOG, size: commandEffectsLog(firmware).length }]));
}

export function getLog(firmware: Firmware, payload: Uint8Array): Answer {
  const { uuid, offset, count } = decodeGetLog(payload);
  if (uuid !== COMMAND_EFFECTS_LOG) return failed('Invalid Log');
  const log = commandEffectsLog(firmware);
  if (count > firmware.payloadSize || offset + count > log.length) return failed('Invalid Input');
  return done(log.slice(offset, offset + count));
}

function commandEffectsLog({ commands }: Firmware): Uint8Array {
  return encodeCommandEffectsLog([...commands].map(([opcode, effects]) => ({ opcode, effects })));
}
