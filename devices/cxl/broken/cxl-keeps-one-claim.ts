import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { claim } from '../driver/kernel-user.js';

/** Breaks cxl-claimed-feature. */
export default {
  rule: 'cxl-claimed-feature',
  summary: 'A claim takes the place of the one before it.',
  devices: cxlWith({
    driver: {
      claim: (driver, uuid) => {
        driver.claimed.clear();
        return claim(driver, uuid);
      },
    },
  }),
} satisfies BrokenVariant;
