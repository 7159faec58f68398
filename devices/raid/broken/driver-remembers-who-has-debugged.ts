import { RAID_COMMANDS } from '../../../kit/formats/raid/commands.js';
import { decodeRaidRequest } from '../../../kit/formats/raid/messages.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import type { RaidFile } from '../driver/parts.js';
import { fwRpc } from '../driver/rpc.js';
import { modelledRaidWith } from '../raid-device.js';

const debuggers = new WeakSet<RaidFile>();

/** Breaks driver-scope-too-low-for-reads. */
export default {
  rule: 'driver-scope-too-low-for-reads',
  summary: 'A file through which the event log was read once reads it in every scope.',
  devices: modelledRaidWith({
    driver: {
      fwRpc: async (driver, file, scope, request) => {
        const isLog = decodeRaidRequest(request)?.opcode === RAID_COMMANDS.READ_EVENTS;
        const answer = await fwRpc(driver, file, isLog && debuggers.has(file) ? 'debug read only' : scope, request);
        if (isLog && answer.ok) debuggers.add(file);
        return answer;
      },
    },
  }),
  model: 'raid',
} satisfies BrokenVariant;
