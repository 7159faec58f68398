import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';

/** Breaks cxl-claimed-feature. */
export default {
  rule: 'cxl-claimed-feature',
  summary: 'A claim does not wait for the transfer that is under way.',
  devices: cxlWith({
    driver: {
      claim: async (driver, uuid) => {
        driver.claimed.add(uuid);
      },
    },
  }),
} satisfies BrokenVariant;
