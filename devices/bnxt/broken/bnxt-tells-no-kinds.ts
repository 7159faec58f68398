import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { deviceInfo } from '../driver/info.js';

/** Breaks bnxt-info. */
export default {
  rule: 'bnxt-info',
  summary: 'FWCTL_INFO has no data that would tell which commands are taken.',
  devices: bnxtWith({ deviceInfo: (linux) => (linux === '7.2' ? new Uint8Array(0) : deviceInfo(linux)) }),
} satisfies BrokenVariant;
