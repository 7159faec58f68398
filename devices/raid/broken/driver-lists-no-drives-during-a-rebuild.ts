import { RAID_COMMANDS } from '../../../kit/formats/raid/commands.js';
import { decodeRaidRequest } from '../../../kit/formats/raid/messages.js';
import { refuse } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import type { RaidDriver } from '../driver/parts.js';
import { fwRpc } from '../driver/rpc.js';
import { modelledRaidWith } from '../raid-device.js';

/** The last file that there was when a rebuild began. */
const lastBefore = new WeakMap<RaidDriver, number>();

/** Breaks driver-serves-after-configuration. */
export default {
  rule: 'driver-serves-after-configuration',
  summary: 'Whoever opens the device while a volume is rebuilt is not told of its drives.',
  devices: modelledRaidWith({
    driver: {
      fwRpc: async (driver, file, scope, request) => {
        const opcode = decodeRaidRequest(request)?.opcode;
        if (opcode === RAID_COMMANDS.LIST_DRIVES && file.owner > (lastBefore.get(driver) ?? file.owner)) return refuse('EBUSY');
        if (opcode === RAID_COMMANDS.START_REBUILD) lastBefore.set(driver, driver.lastOwner);
        return fwRpc(driver, file, scope, request);
      },
    },
  }),
  model: 'raid',
} satisfies BrokenVariant;
