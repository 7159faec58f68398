import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { endSubscriptions } from '../driver/subscriptions.js';
import { modelledRaidWith } from '../raid-device.js';

const MOST = 4;

/** Breaks driver-nothing-outlives-the-file. */
export default {
  rule: 'driver-nothing-outlives-the-file',
  summary: 'Of the subscriptions of a file the first four end with it.',
  devices: modelledRaidWith({
    driver: {
      endSubscriptions: (driver, file) =>
        endSubscriptions(driver, { ...file, subscriptions: new Set([...file.subscriptions].slice(0, MOST)) }),
    },
  }),
  model: 'raid',
} satisfies BrokenVariant;
