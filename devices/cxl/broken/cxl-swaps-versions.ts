import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { shownEntry } from '../driver/kernel-features.js';

/** Breaks cxl-exclusive-shown-read-only. */
export default {
  rule: 'cxl-exclusive-shown-read-only',
  summary: 'Of the two versions in an entry each stands where the other belongs.',
  devices: cxlWith({
    driver: {
      shownEntry: (entry, isKept) => shownEntry({ ...entry, getVersion: entry.setVersion, setVersion: entry.getVersion }, isKept),
    },
  }),
} satisfies BrokenVariant;
