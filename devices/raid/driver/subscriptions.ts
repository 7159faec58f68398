import { readU32, writeU32 } from '../../../kit/formats/little-endian.js';
import { RAID_COMMANDS, RAID_STATUSES } from '../../../kit/formats/raid/commands.js';
import { encodeRaidRequest, RAID_RESPONSE, type RaidRequest, raidStatus } from '../../../kit/formats/raid/messages.js';
import type { RaidDriver, RaidFile } from './parts.js';

/** What the firmware has begun for a file is written down with it. */
export function rememberSubscription({ subscriptions }: RaidFile, { opcode }: RaidRequest, response: Uint8Array): void {
  const isKept = opcode === RAID_COMMANDS.SUBSCRIBE && raidStatus(response) === RAID_STATUSES.OK;
  if (isKept) subscriptions.push(readU32(response, RAID_RESPONSE.length));
}

/** The firmware keeps nothing for a file that is closed. */
export async function endSubscriptions({ link }: RaidDriver, { subscriptions }: RaidFile): Promise<void> {
  for (const id of subscriptions) {
    const payload = new Uint8Array(4);
    writeU32(payload, 0, id);
    await link.send(encodeRaidRequest({ opcode: RAID_COMMANDS.UNSUBSCRIBE, target: 0, payload }));
  }
}
