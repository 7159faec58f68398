import { CXL_RETURN_CODES } from '../../../kit/formats/cxl/return-codes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { CXL_DRIVER_PARTS } from '../driver/parts.js';
import { setFeature } from '../driver/set-feature.js';

/** Breaks cxl-device-error-in-retval. */
export default {
  rule: 'cxl-device-error-in-retval',
  summary: 'What the device is too busy for is sent once more.',
  devices: cxlWith({
    driver: {
      runCommand: {
        ...CXL_DRIVER_PARTS.runCommand,
        'Set Feature': async (driver, payload, outLength) => {
          const outcome = await setFeature(driver, payload, outLength);
          const isBusy = outcome.ok && outcome.value.returnCode === CXL_RETURN_CODES.Busy;
          return isBusy ? setFeature(driver, payload, outLength) : outcome;
        },
      },
    },
  }),
} satisfies BrokenVariant;
