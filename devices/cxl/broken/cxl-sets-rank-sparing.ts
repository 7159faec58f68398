import { CXL_FEATURE_UUIDS } from '../../../kit/formats/cxl/feature-uuids.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { isExclusive } from '../driver/kernel-features.js';
import { CXL_DRIVER_PARTS } from '../driver/parts.js';
import { setFeature } from '../driver/set-feature.js';

const isOtherExclusive = (uuid: string): boolean => uuid !== CXL_FEATURE_UUIDS['rank sparing'] && isExclusive(uuid);

/** Breaks cxl-exclusive-refused. */
export default {
  rule: 'cxl-exclusive-refused',
  summary: 'Of the features that the kernel manages, rank sparing is set for user space.',
  devices: cxlWith({
    driver: {
      runCommand: {
        ...CXL_DRIVER_PARTS.runCommand,
        'Set Feature': (driver, payload, outLength) =>
          setFeature({ ...driver, parts: { ...driver.parts, isExclusive: isOtherExclusive } }, payload, outLength),
      },
    },
  }),
} satisfies BrokenVariant;
