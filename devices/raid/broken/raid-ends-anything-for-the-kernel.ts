import { readU32 } from '../../../kit/formats/little-endian.js';
import { RAID_HOST } from '../../../kit/formats/raid/messages.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { unsubscribe } from '../firmware/subscriptions.js';
import { modelledRaidWith } from '../raid-device.js';

/** Breaks isolation-objects-of-users. */
export default {
  rule: 'isolation-objects-of-users',
  summary: 'The block driver polls its own subscriptions only, and ends those of anybody.',
  devices: modelledRaidWith({
    firmware: {
      unsubscribe: (firmware, request, owner) => {
        const holder = firmware.subscriptions.get(readU32(request.payload, 0))?.owner ?? owner;
        return unsubscribe(firmware, request, owner === RAID_HOST ? holder : owner);
      },
    },
  }),
  model: 'raid',
} satisfies BrokenVariant;
