import { readU32 } from '../../../kit/formats/little-endian.js';
import { RAID_HOST } from '../../../kit/formats/raid/messages.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { pollSubscription } from '../firmware/subscriptions.js';
import { modelledRaidWith } from '../raid-device.js';

/** Breaks isolation-objects-of-files. */
export default {
  rule: 'isolation-objects-of-files',
  summary: 'Whoever has a subscription may poll those of all files.',
  devices: modelledRaidWith({
    firmware: {
      pollSubscription: (firmware, request, owner) => {
        const holder = firmware.subscriptions.get(readU32(request.payload, 0))?.owner ?? owner;
        const isHolder = [...firmware.subscriptions.values()].some((one) => one.owner === owner);
        const isOfFiles = holder !== RAID_HOST && owner !== RAID_HOST;
        return pollSubscription(firmware, request, isOfFiles && isHolder ? holder : owner);
      },
    },
  }),
  model: 'raid',
} satisfies BrokenVariant;
