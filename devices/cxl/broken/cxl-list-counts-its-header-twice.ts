import { decodeCxlRpc, decodeCxlRpcAnswer, encodeCxlRpcAnswer } from '../../../kit/formats/cxl/fwctl-rpc.js';
import { GET_SUPPORTED_FEATURES_OUT } from '../../../kit/formats/cxl/get-supported-features.js';
import { CXL_OPCODES } from '../../../kit/formats/cxl/opcodes.js';
import { ok } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { fwRpc } from '../driver/rpc.js';

/** Breaks cxl-list-count. */
export default {
  rule: 'cxl-list-count',
  summary: 'The size of the list counts the eight bytes ahead of the entries twice.',
  devices: cxlWith({
    driver: {
      fwRpc: async (driver, scope, request, outLength) => {
        const response = await fwRpc(driver, scope, request, outLength);
        if (!response.ok || decodeCxlRpc(request).opcode !== CXL_OPCODES['Get Supported Features']) return response;
        const answer = decodeCxlRpcAnswer(response.value);
        return ok(encodeCxlRpcAnswer({ ...answer, size: answer.size + GET_SUPPORTED_FEATURES_OUT.length }));
      },
    },
  }),
} satisfies BrokenVariant;
