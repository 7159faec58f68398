import { hwrmRequestType } from '../../../kit/formats/bnxt/hwrm.js';
import { requestTypeName } from '../../../kit/formats/bnxt/request-types.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { checkRpc } from '../driver/rpc.js';

/** Breaks bnxt-refusal-errno. */
export default {
  rule: 'bnxt-refusal-errno',
  summary: 'A type that is not published fails with EOPNOTSUPP.',
  devices: bnxtWith({
    checkRpc: (driver, request, outLength, scope) => {
      const refusal = checkRpc(driver, request, outLength, scope);
      return refusal === 'EPERM' && requestTypeName(hwrmRequestType(request)) === undefined ? 'EOPNOTSUPP' : refusal;
    },
  }),
} satisfies BrokenVariant;
