import { readU32 } from '../../../kit/formats/little-endian.js';
import { RAID_HOST } from '../../../kit/formats/raid/messages.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { pollSubscription } from '../firmware/subscriptions.js';
import { modelledRaidWith } from '../raid-device.js';

/** Breaks isolation-objects-of-files. */
export default {
  rule: 'isolation-objects-of-files',
  summary: 'Who may poll a subscription is told by whether its owner and the one who asks are both not the block driver.',
  devices: modelledRaidWith({
    firmware: {
      pollSubscription: (firmware, request, owner) => {
        const holder = firmware.subscriptions.get(readU32(request.payload, 0))?.owner ?? owner;
        const isOfFiles = holder !== RAID_HOST && owner !== RAID_HOST;
        return pollSubscription(firmware, request, isOfFiles ? holder : owner);
      },
    },
  }),
  model: 'raid',
} satisfies BrokenVariant;
