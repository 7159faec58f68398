import { CXL_RPC_OUT } from '../../../kit/formats/cxl/fwctl-rpc.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';

/** Breaks cxl-get-count-and-room. */
export default {
  rule: 'cxl-get-count-and-room',
  summary: 'Count and header are added in 16 bits, so that much asks for little room.',
  devices: cxlWith({
    driver: { hasRoomFor: (count, outLength) => count > 0 && ((count + CXL_RPC_OUT.headerLength) & 0xffff) <= outLength },
  }),
} satisfies BrokenVariant;
