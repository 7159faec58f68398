import { decodeCxlRpc } from '../../../kit/formats/cxl/fwctl-rpc.js';
import type { Variant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { isWholeRequest } from '../driver/rpc.js';

export default {
  summary: 'A request in which a reserved field of the header is not zero fails with EINVAL.',
  devices: cxlWith({
    driver: {
      isWholeRequest: (request) => {
        const { flags, reserved } = decodeCxlRpc(request);
        return isWholeRequest(request) && flags === 0 && reserved === 0;
      },
    },
  }),
} satisfies Variant;
