import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { checkLengths } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-payload-limits. */
export default {
  rule: 'pds-payload-limits',
  summary: 'The length of what the firmware is to answer is not compared with what it can.',
  devices: pdsWith({ checkLengths: (driver, rpc) => checkLengths(driver, { ...rpc, outLength: 0 }) }),
} satisfies BrokenVariant;
