import { readU32 } from '../../../kit/formats/little-endian.js';
import { RAID_HOST } from '../../../kit/formats/raid/messages.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { pollSubscription } from '../firmware/subscriptions.js';
import { modelledRaidWith } from '../raid-device.js';

/** Breaks isolation-objects-of-kernel. */
export default {
  rule: 'isolation-objects-of-kernel',
  summary: 'The subscriptions of the block driver may be polled by everybody.',
  devices: modelledRaidWith({
    firmware: {
      pollSubscription: (firmware, request, owner) => {
        const holder = firmware.subscriptions.get(readU32(request.payload, 0))?.owner ?? owner;
        return pollSubscription(firmware, request, holder === RAID_HOST ? RAID_HOST : owner);
      },
    },
  }),
  model: 'raid',
} satisfies BrokenVariant;
