import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';

/** Breaks bnxt-info. */
export default {
  rule: 'bnxt-info',
  summary: 'FWCTL_INFO has no data that would tell which commands are taken.',
  devices: bnxtWith({ deviceInfo: () => new Uint8Array(0) }),
} satisfies BrokenVariant;
