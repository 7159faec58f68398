import { COMMAND_EFFECTS_LOG, decodeGetLog, encodeCommandEffectsLog, encodeSupportedLogs } from '../../../kit/formats/cxl/logs.js';
import { type Answer, type Command, done, failed } from './command.js';
import type { Firmware } from './firmware.js';

type Logging = Pick<Firmware, 'log' | 'payloadSize'>;

export function getSupportedLogs(firmware: Logging): Answer {
  return done(encodeSupportedLogs([{ uuid: COMMAND_EFFECTS_LOG, size: encodeCommandEffectsLog(firmware.log).length }]));
}

/** Exactly the piece of the log that was asked for. */
export function getLog(firmware: Logging, command: Command): Answer {
  const { uuid, offset, count } = decodeGetLog(command.payload);
  if (uuid !== COMMAND_EFFECTS_LOG) return failed('Invalid Log');
  const log = encodeCommandEffectsLog(firmware.log);
  if (offset + count > log.length || count > firmware.payloadSize) return failed('Invalid Input');
  return done(log.slice(offset, offset + count));
}
