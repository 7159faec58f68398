import { readU32 } from '../../../kit/formats/little-endian.js';
import { RAID_HOST } from '../../../kit/formats/raid/messages.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { pollSubscription } from '../firmware/subscriptions.js';
import { modelledRaidWith } from '../raid-device.js';

/** Breaks isolation-objects-of-users. */
export default {
  rule: 'isolation-objects-of-users',
  summary: 'As long as the block driver has a subscription it may poll those of files.',
  devices: modelledRaidWith({
    firmware: {
      pollSubscription: (firmware, request, owner) => {
        const holder = firmware.subscriptions.get(readU32(request.payload, 0))?.owner ?? owner;
        const isHolder = [...firmware.subscriptions.values()].some((one) => one.owner === RAID_HOST);
        return pollSubscription(firmware, request, owner === RAID_HOST && isHolder ? holder : owner);
      },
    },
  }),
  model: 'raid',
} satisfies BrokenVariant;
