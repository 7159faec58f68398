import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { fwRpc } from '../driver/rpc.js';

/** In bytes. */
const SENT = 64;
/** Breaks bnxt-request-unchanged. */
export default {
  rule: 'bnxt-request-unchanged',
  summary: 'Only the first 64 bytes of a request are sent.',
  devices: bnxtWith({
    fwRpc: (driver, scope, request, outLength, memory) =>
      fwRpc({ ...driver, link: { send: (sent) => driver.link.send(sent.slice(0, SENT)) } }, scope, request, outLength, memory),
  }),
} satisfies BrokenVariant;
