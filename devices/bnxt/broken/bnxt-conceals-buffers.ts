import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { deviceInfo } from '../driver/info.js';

/** Breaks bnxt-info-buffers. */
export default {
  rule: 'bnxt-info-buffers',
  summary: 'FWCTL_INFO does not tell that requests with buffers are taken.',
  devices: bnxtWith({ deviceInfo: () => deviceInfo('7.2') }),
} satisfies BrokenVariant;
