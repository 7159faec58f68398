import { PDS_RPC } from '../../../kit/formats/pds/rpc.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-request-length. */
export default {
  rule: 'pds-request-length',
  summary: 'What is missing of a request is taken to be zero.',
  devices: pdsWith({
    fwRpc: (driver, scope, request, memory) => {
      const whole = new Uint8Array(Math.max(request.length, PDS_RPC.length));
      whole.set(request);
      return fwRpc(driver, scope, whole, memory);
    },
  }),
} satisfies BrokenVariant;
