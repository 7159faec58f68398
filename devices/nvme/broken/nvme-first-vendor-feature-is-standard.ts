import { featureOf } from '../../../kit/formats/nvme/dwords.js';
import { FIRST_VENDOR_FEATURE } from '../../../kit/formats/nvme/features.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { scopeOfFeature } from '../driver/feature-scope.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-vendor-features. */
export default {
  rule: 'nvme-vendor-features',
  summary: 'The first feature of the vendor is taken for the last standard one.',
  devices: nvmeWith({
    driver: {
      scopeOfFeature: (driver, logs, command) =>
        featureOf(command) === FIRST_VENDOR_FEATURE ? 'debug write full' : scopeOfFeature(driver, logs, command),
    },
  }),
} satisfies BrokenVariant;
