import { readU32, writeU32 } from '../../../kit/formats/little-endian.js';
import { RAID_COMMANDS, RAID_STATUSES } from '../../../kit/formats/raid/commands.js';
import { encodeRaidRequest, RAID_RESPONSE, type RaidRequest, raidStatus } from '../../../kit/formats/raid/messages.js';
import type { RaidDriver, RaidFile } from './parts.js';

/** What the firmware has begun for a file is written down with it, and what it has ended is crossed out. */
export function accountFor({ subscriptions }: RaidFile, { opcode, payload }: RaidRequest, response: Uint8Array): void {
  if (raidStatus(response) !== RAID_STATUSES.OK) return;
  if (opcode === RAID_COMMANDS.SUBSCRIBE) subscriptions.add(readU32(response, RAID_RESPONSE.length));
  if (opcode === RAID_COMMANDS.UNSUBSCRIBE) subscriptions.delete(readU32(payload, 0));
}

/** The firmware keeps nothing for a file that is closed. */
export async function endSubscriptions({ link }: RaidDriver, { owner, subscriptions }: RaidFile): Promise<void> {
  for (const id of subscriptions) {
    const payload = new Uint8Array(4);
    writeU32(payload, 0, id);
    await link.send(encodeRaidRequest({ opcode: RAID_COMMANDS.UNSUBSCRIBE, target: 0, payload }), owner);
  }
}
