import { RAID_COMMANDS } from '../../../kit/formats/raid/commands.js';
import { decodeRaidRequest, raidStatus } from '../../../kit/formats/raid/messages.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { createRaidDevice } from '../raid-device.js';

/** Breaks isolation-only-this-device. */
export default {
  rule: 'isolation-only-this-device',
  summary: 'Behind a status that is none of success the drives of another controller may be taken over.',
  devices: {
    modelled: (_setup, instance) => {
      let hasFailed = false;
      return createRaidDevice(instance, {
        driver: {
          fwRpc: async (driver, file, scope, request) => {
            const isMeant = decodeRaidRequest(request)?.opcode === RAID_COMMANDS.ADOPT_DRIVES;
            if (isMeant && hasFailed) return driver.link.send(request, file.owner);
            const answer = await fwRpc(driver, file, scope, request);
            hasFailed ||= answer.ok && raidStatus(answer.value) !== 0;
            return answer;
          },
        },
      });
    },
  },
  model: 'raid',
} satisfies BrokenVariant;
