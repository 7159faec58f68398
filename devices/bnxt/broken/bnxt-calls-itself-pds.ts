import { DEVICE_TYPES } from '../../../kit/uapi/device-type.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';

/** Breaks bnxt-device-type. */
export default {
  rule: 'bnxt-device-type',
  summary: 'FWCTL_INFO reports the device type of pds.',
  devices: bnxtWith({ deviceType: DEVICE_TYPES.PDS }),
} satisfies BrokenVariant;
