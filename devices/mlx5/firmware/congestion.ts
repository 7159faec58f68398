import { CONG_STATUS } from '../../../kit/formats/mlx5/congestion.js';
import { MLX5_RESPONSE } from '../../../kit/formats/mlx5/mailbox.js';
import { type Answer, type Command, done } from './command.js';
import type { Firmware } from './firmware.js';

function selector(command: Command): number {
  return command.request[CONG_STATUS.selector] ?? 0;
}

/** Congestion control is on, and tags its packets, until told otherwise. */
export function queryCongStatus(firmware: Firmware, command: Command): Answer {
  const results = new Uint8Array(CONG_STATUS.length - MLX5_RESPONSE.results);
  results[CONG_STATUS.flags - MLX5_RESPONSE.results] = firmware.congestion.get(selector(command)) ?? CONG_STATUS.flagBits;
  return done(results);
}

export function modifyCongStatus(firmware: Firmware, command: Command): Answer {
  firmware.congestion.set(selector(command), (command.request[CONG_STATUS.flags] ?? 0) & CONG_STATUS.flagBits);
  return done();
}
