import { DEVICE_TYPES } from '../../../kit/uapi/device-type.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-device-type. */
export default {
  rule: 'pds-device-type',
  summary: 'FWCTL_INFO reports the device type of bnxt.',
  devices: pdsWith({ deviceType: DEVICE_TYPES.BNXT }),
} satisfies BrokenVariant;
