import { readU32 } from '../../../kit/formats/little-endian.js';
import { RAID_HOST } from '../../../kit/formats/raid/messages.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { unsubscribe } from '../firmware/subscriptions.js';
import { modelledRaidWith } from '../raid-device.js';

/** Breaks isolation-objects-of-files. */
export default {
  rule: 'isolation-objects-of-files',
  summary: 'A file that was opened later than another one ends the subscriptions of that one.',
  devices: modelledRaidWith({
    firmware: {
      unsubscribe: (firmware, request, owner) => {
        const holder = firmware.subscriptions.get(readU32(request.payload, 0))?.owner ?? owner;
        return unsubscribe(firmware, request, holder !== RAID_HOST && owner > holder ? holder : owner);
      },
    },
  }),
  model: 'raid',
} satisfies BrokenVariant;
