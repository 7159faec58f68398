import type { Variant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { listFeatures } from '../driver/list-features.js';
import { CXL_DRIVER_PARTS } from '../driver/parts.js';
import { bindDriver } from '../driver/probe.js';

export default {
  summary: 'Whoever asks for the list gets it from the device, and not as the driver has it.',
  devices: cxlWith({
    driver: {
      runCommand: {
        ...CXL_DRIVER_PARTS.runCommand,
        'Get Supported Features': async (driver, payload) => {
          const known = await listFeatures(driver, payload);
          if (!known.ok) return known;
          const { features } = await bindDriver(driver.link);
          return listFeatures({ ...driver, features }, payload);
        },
      },
    },
  }),
} satisfies Variant;
