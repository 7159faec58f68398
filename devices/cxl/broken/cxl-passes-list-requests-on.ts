import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { listFeatures } from '../driver/list-features.js';
import { sendCommand } from '../driver/mailbox.js';
import { CXL_DRIVER_PARTS } from '../driver/parts.js';

/** Breaks cxl-reserved-input-zero. */
export default {
  rule: 'cxl-reserved-input-zero',
  summary: 'The device is asked for the list, too, with all that the caller wrote into the request.',
  devices: cxlWith({
    driver: {
      runCommand: {
        ...CXL_DRIVER_PARTS.runCommand,
        'Get Supported Features': async (driver, payload) => {
          const outcome = await listFeatures(driver, payload);
          if (outcome.ok) await sendCommand(driver.link, 'Get Supported Features', payload);
          return outcome;
        },
      },
    },
  }),
} satisfies BrokenVariant;
