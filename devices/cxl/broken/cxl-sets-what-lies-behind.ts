import { CXL_RPC_IN } from '../../../kit/formats/cxl/fwctl-rpc.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import type { CxlDriver } from '../driver/driver.js';
import { isRightSize } from '../driver/op-size.js';
import { fwRpc } from '../driver/rpc.js';
import { setFeature } from '../driver/set-feature.js';

/** Breaks cxl-header-lengths. */
export default {
  rule: 'cxl-header-lengths',
  summary: 'All that follows in the request is what a feature is set to, whatever op_size counts.',
  devices: cxlWith({
    driver: {
      fwRpc: (driver, scope, request, outLength) => {
        const { parts } = driver;
        const payload = request.subarray(CXL_RPC_IN.payload);
        const runCommand = {
          ...parts.runCommand,
          'Set Feature': (_driver: CxlDriver, counted: Uint8Array) =>
            setFeature(driver, isRightSize('Set Feature', counted.length) ? payload : counted, outLength),
        };
        return fwRpc({ ...driver, parts: { ...parts, runCommand } }, scope, request, outLength);
      },
    },
  }),
} satisfies BrokenVariant;
