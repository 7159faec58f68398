import { RAID_REQUEST } from '../../../kit/formats/raid/messages.js';
import { refuse } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import type { RaidFile } from '../driver/parts.js';
import { fwRpc } from '../driver/rpc.js';
import { createRaidDevice } from '../raid-device.js';

/** Breaks driver-truncated-requests. */
export default {
  rule: 'driver-truncated-requests',
  summary: 'Behind a request without a whole header the next one of another file is refused.',
  devices: {
    modelled: (_setup, instance) => {
      let last: RaidFile | null = null;
      return createRaidDevice(instance, {
        driver: {
          fwRpc: async (driver, file, scope, request) => {
            const keeper = last;
            last = request.length < RAID_REQUEST.length ? file : null;
            return keeper !== null && keeper !== file ? refuse('EBUSY') : fwRpc(driver, file, scope, request);
          },
        },
      });
    },
  },
  model: 'raid',
} satisfies BrokenVariant;
