import { readU32, writeU32 } from '../../../kit/formats/little-endian.js';
import { RAID_COMMANDS, RAID_STATUSES } from '../../../kit/formats/raid/commands.js';
import { decodeRaidRequest, RAID_REQUEST, RAID_RESPONSE, raidStatus } from '../../../kit/formats/raid/messages.js';
import { ok } from '../../../kit/result.js';
import type { Variant } from '../../../reference-impl/variant.js';
import type { RaidFile } from '../driver/parts.js';
import { fwRpc } from '../driver/rpc.js';
import { modelledRaidWith } from '../raid-device.js';

const NAMED: readonly number[] = [RAID_COMMANDS.POLL_SUBSCRIPTION, RAID_COMMANDS.UNSUBSCRIBE];
const NONE = 0xffffffff;

/** The firmware's numbers of what was begun through a file, in that order. */
const begun = new WeakMap<RaidFile, number[]>();

export default {
  summary: 'Each file counts its subscriptions from 1, so that two files name theirs by the same number.',
  devices: modelledRaidWith({
    driver: {
      fwRpc: async (driver, file, scope, request) => {
        const numbers = begun.get(file) ?? [];
        begun.set(file, numbers);
        const { opcode = 0, payload = new Uint8Array(0) } = decodeRaidRequest(request) ?? {};
        const renamed = request.slice();
        if (NAMED.includes(opcode) && payload.length >= 4) writeU32(renamed, RAID_REQUEST.length, numbers[readU32(payload, 0) - 1] ?? NONE);
        const answer = await fwRpc(driver, file, scope, renamed);
        if (!answer.ok || opcode !== RAID_COMMANDS.SUBSCRIBE || raidStatus(answer.value) !== RAID_STATUSES.OK) return answer;
        const told = answer.value.slice();
        numbers.push(readU32(told, RAID_RESPONSE.length));
        writeU32(told, RAID_RESPONSE.length, numbers.length);
        return ok(told);
      },
    },
  }),
  model: 'raid',
} satisfies Variant;
