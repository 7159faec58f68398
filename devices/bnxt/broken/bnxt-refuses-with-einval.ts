import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { checkRpc } from '../driver/rpc.js';
/** Breaks bnxt-refusal-errno. */
export default {
  rule: 'bnxt-refusal-errno',
  summary: 'What the caller may not send fails with EINVAL.',
  devices: bnxtWith({
    checkRpc: (driver, request, outLength, scope) => (checkRpc(driver, request, outLength, scope) === null ? null : 'EINVAL'),
  }),
} satisfies BrokenVariant;
