import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { fwRpc } from '../driver/rpc.js';

/** Breaks bnxt-request-unchanged. */
export default {
  rule: 'bnxt-request-unchanged',
  summary: 'A request is sent as a multiple of 8 bytes, with zeros behind it.',
  devices: bnxtWith({
    fwRpc: (driver, scope, request, outLength, memory) => {
      const send: typeof driver.link.send = (sent) => {
        const whole = new Uint8Array(Math.ceil(sent.length / 8) * 8);
        whole.set(sent);
        return driver.link.send(whole);
      };
      return fwRpc({ ...driver, link: { send } }, scope, request, outLength, memory);
    },
  }),
} satisfies BrokenVariant;
