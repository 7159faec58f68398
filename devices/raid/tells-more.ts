import { RAID_COMMANDS } from '../../kit/formats/raid/commands.js';
import { decodeRaidRequest } from '../../kit/formats/raid/messages.js';
import { ok } from '../../kit/result.js';
import type { RaidDriverParts } from './driver/parts.js';
import { fwRpc } from './driver/rpc.js';

const READS: readonly number[] = [RAID_COMMANDS.GET_CONTROLLER, RAID_COMMANDS.GET_CACHE_POLICY, RAID_COMMANDS.GET_PATROL_READ];

/** For variants: behind what the controller answers about itself and its settings stands one byte more. */
export function tellingMore(more: () => number): RaidDriverParts['fwRpc'] {
  return async (driver, file, scope, request) => {
    const answer = await fwRpc(driver, file, scope, request);
    if (!answer.ok || !READS.includes(decodeRaidRequest(request)?.opcode ?? 0)) return answer;
    return ok(Uint8Array.from([...answer.value, more()]));
  };
}
