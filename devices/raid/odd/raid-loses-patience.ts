import { RAID_STATUSES } from '../../../kit/formats/raid/commands.js';
import { encodeRaidResponse, raidStatus } from '../../../kit/formats/raid/messages.js';
import { ok } from '../../../kit/result.js';
import type { Variant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { createRaidDevice } from '../raid-device.js';

const PATIENCE = 3;

export default {
  summary: 'Who has asked three times for a volume that there is not is told no more than that something is wrong.',
  devices: {
    modelled: (_setup, instance) => {
      let failures = 0;
      return createRaidDevice(instance, {
        driver: {
          fwRpc: async (...given) => {
            const answer = await fwRpc(...given);
            if (!answer.ok || raidStatus(answer.value) !== RAID_STATUSES.NO_SUCH_VOLUME) return answer;
            failures += 1;
            return failures > PATIENCE ? ok(encodeRaidResponse(RAID_STATUSES.BAD_PARAMETER, new Uint8Array(0))) : answer;
          },
        },
      });
    },
  },
  model: 'raid',
} satisfies Variant;
