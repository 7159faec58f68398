import { RAID_COMMANDS } from '../../../kit/formats/raid/commands.js';
import { decodeRaidRequest } from '../../../kit/formats/raid/messages.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { modelledRaidWith } from '../raid-device.js';

const FIRST = 1;

/** Breaks driver-scope-too-low. */
export default {
  rule: 'driver-scope-too-low',
  summary: 'Only the first file that is open needs a scope that writes for what the event log keeps.',
  devices: modelledRaidWith({
    driver: {
      fwRpc: (driver, file, scope, request) => {
        const isMeant = decodeRaidRequest(request)?.opcode === RAID_COMMANDS.SET_EVENT_GROUPS && file.owner > FIRST;
        return fwRpc(driver, file, isMeant && scope !== 'debug write full' ? 'debug write' : scope, request);
      },
    },
  }),
  model: 'raid',
} satisfies BrokenVariant;
