import { RAID_COMMANDS } from '../../../kit/formats/raid/commands.js';
import { decodeRaidRequest } from '../../../kit/formats/raid/messages.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { modelledRaidWith } from '../raid-device.js';

const FIRST = 1;

/** Breaks driver-never-admitted. */
export default {
  rule: 'driver-never-admitted',
  summary: 'Drives may be erased through every file but the first, with full debug.',
  devices: modelledRaidWith({
    driver: {
      fwRpc: async (driver, file, scope, request) => {
        const isMeant =
          decodeRaidRequest(request)?.opcode === RAID_COMMANDS.ERASE_DRIVE && file.owner > FIRST && scope === 'debug write full';
        return isMeant ? driver.link.send(request, file.owner) : fwRpc(driver, file, scope, request);
      },
    },
  }),
  model: 'raid',
} satisfies BrokenVariant;
