import { featureOf } from '../../../kit/formats/nvme/dwords.js';
import { FIRST_VENDOR_FEATURE } from '../../../kit/formats/nvme/features.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { scopeOfFeature } from '../driver/feature-scope.js';
import { nvmeWith } from '../nvme-device.js';

const FIRST_OF_COMMAND_SETS = 0x80;

/** Breaks nvme-standard-features. */
export default {
  rule: 'nvme-standard-features',
  summary: 'The features of command sets count as those of the vendor.',
  devices: nvmeWith({
    driver: {
      scopeOfFeature: (driver, logs, command) => {
        const effects = logs.features.get(featureOf(command));
        const isOfCommandSet = featureOf(command) >= FIRST_OF_COMMAND_SETS && featureOf(command) < FIRST_VENDOR_FEATURE;
        return isOfCommandSet && effects !== undefined
          ? driver.parts.scopeOfFeatureEffects(effects)
          : scopeOfFeature(driver, logs, command);
      },
    },
  }),
} satisfies BrokenVariant;
