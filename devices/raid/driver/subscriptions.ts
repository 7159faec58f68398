import { readU32, writeU32 } from '../../../kit/formats/little-endian.js';
import { RAID_COMMANDS, RAID_STATUSES, type RaidCommandName } from '../../../kit/formats/raid/commands.js';
import { encodeRaidRequest, RAID_RESPONSE, raidStatus } from '../../../kit/formats/raid/messages.js';
import type { RaidDriver, RaidFile } from './parts.js';

/** What the firmware has begun for a file is written down with it. */
export function rememberSubscription({ subscriptions }: RaidFile, command: RaidCommandName, response: Uint8Array): void {
  if (command === 'SUBSCRIBE' && raidStatus(response) === RAID_STATUSES.OK) subscriptions.push(readU32(response, RAID_RESPONSE.length));
}

/** The firmware keeps nothing for a file that is closed. */
export async function endSubscriptions({ link }: RaidDriver, { subscriptions }: RaidFile): Promise<void> {
  for (const id of subscriptions) {
    const payload = new Uint8Array(4);
    writeU32(payload, 0, id);
    await link.send(encodeRaidRequest({ opcode: RAID_COMMANDS.UNSUBSCRIBE, target: 0, payload }));
  }
}
