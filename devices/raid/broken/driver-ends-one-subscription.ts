import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { endSubscriptions } from '../driver/subscriptions.js';
import { modelledRaidWith } from '../raid-device.js';

/** Breaks driver-nothing-outlives-the-file. */
export default {
  rule: 'driver-nothing-outlives-the-file',
  summary: 'Of the subscriptions of a file only the first ends with it.',
  devices: modelledRaidWith({
    driver: {
      endSubscriptions: (driver, file) =>
        endSubscriptions(driver, { ...file, subscriptions: new Set([...file.subscriptions].slice(0, 1)) }),
    },
  }),
  model: 'raid',
} satisfies BrokenVariant;
