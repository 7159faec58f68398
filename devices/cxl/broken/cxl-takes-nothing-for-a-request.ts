import { ok } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { fwRpc } from '../driver/rpc.js';

/** Breaks cxl-header-lengths. */
export default {
  rule: 'cxl-header-lengths',
  summary: 'Where there is no request there is nothing to do, and that succeeds.',
  devices: cxlWith({
    driver: {
      fwRpc: (driver, scope, request, outLength) =>
        request.length === 0 ? Promise.resolve(ok(new Uint8Array(0))) : fwRpc(driver, scope, request, outLength),
    },
  }),
} satisfies BrokenVariant;
