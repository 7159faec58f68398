import { featureOf } from '../../../kit/formats/nvme/dwords.js';
import { FEATURES } from '../../../kit/formats/nvme/features.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { scopeOfFeature } from '../driver/feature-scope.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-no-host-memory. */
export default {
  rule: 'nvme-no-host-memory',
  summary: 'In full debug the Host Memory Buffer is a feature like any other.',
  devices: nvmeWith({
    driver: {
      scopeOfFeature: (driver, logs, command) =>
        featureOf(command) === FEATURES['Host Memory Buffer'] ? 'debug write full' : scopeOfFeature(driver, logs, command),
    },
  }),
} satisfies BrokenVariant;
