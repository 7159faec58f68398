import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { featureOfRelease } from '../firmware/releases.js';

/** Breaks cxl-tools-keep-working. */
export default {
  rule: 'cxl-tools-keep-working',
  summary: 'The later release tells what is new of a feature before what was there.',
  devices: cxlWith({
    firmware: {
      featureOfRelease: (feature, release) => {
        const grown = featureOfRelease(feature, release);
        const added = grown.value.length - feature.value.length;
        return { ...grown, value: Uint8Array.from(grown.value, (_, index) => feature.value[index - added] ?? 0) };
      },
    },
  }),
} satisfies BrokenVariant;
