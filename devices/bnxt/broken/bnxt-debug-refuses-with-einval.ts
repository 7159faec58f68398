import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { checkRpc } from '../driver/rpc.js';

/** Breaks bnxt-refusal-errno. */
export default {
  rule: 'bnxt-refusal-errno',
  summary: 'With debug access, what the caller may not send fails with EINVAL.',
  devices: bnxtWith({
    checkRpc: (driver, request, outLength, scope) => {
      const refusal = checkRpc(driver, request, outLength, scope);
      return refusal === 'EPERM' && scope !== 'configuration' ? 'EINVAL' : refusal;
    },
  }),
} satisfies BrokenVariant;
