import { NVME_RPC } from '../../../kit/formats/nvme/rpc.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-request-length. */
export default {
  rule: 'nvme-request-length',
  summary: 'A request that lacks its last byte is filled up with a zero.',
  devices: nvmeWith({
    driver: {
      fwRpc: (driver, scope, request) =>
        fwRpc(driver, scope, request.length === NVME_RPC.length - 1 ? new Uint8Array([...request, 0]) : request),
    },
  }),
} satisfies BrokenVariant;
