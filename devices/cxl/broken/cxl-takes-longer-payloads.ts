import { GET_FEATURE_IN } from '../../../kit/formats/cxl/get-feature.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { isRightSize } from '../driver/op-size.js';

/** Breaks cxl-op-size-exact. */
export default {
  rule: 'cxl-op-size-exact',
  summary: 'A request to read a feature may be longer than it is.',
  devices: cxlWith({
    driver: {
      isRightSize: (command, opSize) => isRightSize(command, command === 'Get Feature' ? Math.min(opSize, GET_FEATURE_IN.length) : opSize),
    },
  }),
} satisfies BrokenVariant;
