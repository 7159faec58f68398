import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { shownEntry } from '../driver/kernel-features.js';

/** Breaks cxl-effects-visible. */
export default {
  rule: 'cxl-effects-visible',
  summary: 'The list gives the lower half of the effects only.',
  devices: cxlWith({
    driver: {
      shownEntry: (entry, isKept) => {
        const shown = shownEntry(entry, isKept);
        return { ...shown, effects: shown.effects & 0xff };
      },
    },
  }),
} satisfies BrokenVariant;
