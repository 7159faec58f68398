import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { checkLengths } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-payload-limits. */
export default {
  rule: 'pds-payload-limits',
  summary: 'Both payloads together may be as long as one of them.',
  devices: pdsWith({
    checkLengths: (driver, rpc) => (rpc.inLength + rpc.outLength > driver.identity.maxResponse ? 'EINVAL' : checkLengths(driver, rpc)),
  }),
} satisfies BrokenVariant;
