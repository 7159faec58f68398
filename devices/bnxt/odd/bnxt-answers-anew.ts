import type { Variant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { fwRpc } from '../driver/rpc.js';

export default {
  summary: 'The firmware gets a copy of the request.',
  devices: bnxtWith({
    fwRpc: (driver, scope, request, outLength, memory) => fwRpc(driver, scope, Buffer.from(request), outLength, memory),
  }),
} satisfies Variant;
