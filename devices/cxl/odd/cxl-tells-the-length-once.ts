import { encodeCxlRpcAnswer } from '../../../kit/formats/cxl/fwctl-rpc.js';
import type { Variant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';

export default {
  summary: 'A response is as long as its header and its data.',
  devices: cxlWith({
    driver: { packAnswer: (returnCode, payload) => encodeCxlRpcAnswer({ size: payload.length, returnCode, payload }) },
  }),
} satisfies Variant;
