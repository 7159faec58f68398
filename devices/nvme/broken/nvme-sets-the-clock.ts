import { featureOf } from '../../../kit/formats/nvme/dwords.js';
import { FEATURES } from '../../../kit/formats/nvme/features.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { scopeOfFeature } from '../driver/feature-scope.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-standard-features. */
export default {
  rule: 'nvme-standard-features',
  summary: 'The timestamp is set as debug write.',
  devices: nvmeWith({
    driver: {
      scopeOfFeature: (driver, logs, command) =>
        featureOf(command) === FEATURES.Timestamp ? 'debug write' : scopeOfFeature(driver, logs, command),
    },
  }),
} satisfies BrokenVariant;
