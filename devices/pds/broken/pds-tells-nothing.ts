import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-info. */
export default {
  rule: 'pds-info',
  summary: 'FWCTL_INFO has no data.',
  devices: pdsWith({ deviceInfo: () => new Uint8Array(0) }),
} satisfies BrokenVariant;
