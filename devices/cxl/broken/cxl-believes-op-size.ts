import { CXL_RPC_IN } from '../../../kit/formats/cxl/fwctl-rpc.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';

/** Breaks cxl-header-lengths. */
export default {
  rule: 'cxl-header-lengths',
  summary: 'op_size may count more than there is.',
  devices: cxlWith({ driver: { isWholeRequest: (request) => request.length >= CXL_RPC_IN.headerLength } }),
} satisfies BrokenVariant;
