import { decodeCxlRpc } from '../../../kit/formats/cxl/fwctl-rpc.js';
import { CXL_OPCODES } from '../../../kit/formats/cxl/opcodes.js';
import { ok } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { fwRpc } from '../driver/rpc.js';

/** Breaks cxl-result-layout. */
export default {
  rule: 'cxl-result-layout',
  summary: 'out_len counts a whole mailbox payload when features are listed.',
  devices: cxlWith({
    driver: {
      fwRpc: async (driver, scope, request, outLength) => {
        const response = await fwRpc(driver, scope, request, outLength);
        if (!response.ok || decodeCxlRpc(request).opcode !== CXL_OPCODES['Get Supported Features']) return response;
        const padded = new Uint8Array(driver.link.payloadSize);
        padded.set(response.value);
        return ok(padded);
      },
    },
  }),
} satisfies BrokenVariant;
