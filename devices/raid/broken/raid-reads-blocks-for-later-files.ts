import { RAID_COMMANDS } from '../../../kit/formats/raid/commands.js';
import { decodeRaidRequest } from '../../../kit/formats/raid/messages.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { modelledRaidWith } from '../raid-device.js';

const FIRST = 1;

/** Breaks isolation-no-data-plane. */
export default {
  rule: 'isolation-no-data-plane',
  summary: 'Blocks are kept from the first file that is open, and from no other.',
  devices: modelledRaidWith({
    driver: {
      fwRpc: async (driver, file, scope, request) => {
        const isMeant = decodeRaidRequest(request)?.opcode === RAID_COMMANDS.READ_BLOCKS && file.owner > FIRST;
        return isMeant ? driver.link.send(request, file.owner) : fwRpc(driver, file, scope, request);
      },
    },
  }),
  model: 'raid',
} satisfies BrokenVariant;
