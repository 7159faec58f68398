import { HWRM_REQUEST } from '../../../kit/formats/bnxt/hwrm.js';
import { writeU16 } from '../../../kit/formats/little-endian.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { fwRpc } from '../driver/rpc.js';

/** Breaks bnxt-request-unchanged. */
export default {
  rule: 'bnxt-request-unchanged',
  summary: 'The driver says for whom a request is, whatever the caller wrote.',
  devices: bnxtWith({
    fwRpc: (driver, scope, request, outLength, memory) => {
      const send: typeof driver.link.send = (sent) => {
        const own = new Uint8Array(sent);
        writeU16(own, HWRM_REQUEST.target, 0);
        return driver.link.send(own);
      };
      return fwRpc({ ...driver, link: { send } }, scope, request, outLength, memory);
    },
  }),
} satisfies BrokenVariant;
