import { encodeCxlRpcAnswer } from '../../../kit/formats/cxl/fwctl-rpc.js';
import type { Variant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { isExclusive } from '../driver/kernel-features.js';
import { listFeatures } from '../driver/list-features.js';
import { CXL_DRIVER_PARTS } from '../driver/parts.js';

export default {
  summary: 'A response is as long as what it holds, and the list leaves out what the kernel manages.',
  devices: cxlWith({
    driver: {
      packAnswer: (returnCode, payload) => encodeCxlRpcAnswer({ size: payload.length, returnCode, payload }),
      runCommand: {
        ...CXL_DRIVER_PARTS.runCommand,
        'Get Supported Features': (driver, payload) =>
          listFeatures({ ...driver, features: driver.features.filter(({ uuid }) => !isExclusive(uuid)) }, payload),
      },
    },
  }),
} satisfies Variant;
