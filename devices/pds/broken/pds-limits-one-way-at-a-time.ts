import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { checkLengths } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-payload-limits. */
export default {
  rule: 'pds-payload-limits',
  summary: 'Where there is a payload for the firmware, the length of the other one is not looked at.',
  devices: pdsWith({ checkLengths: (driver, rpc) => checkLengths(driver, rpc.inLength > 0 ? { ...rpc, outLength: 0 } : rpc) }),
} satisfies BrokenVariant;
