import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledNvmeWith } from '../nvme-device.js';

/** Breaks driver-keeps-secrets. */
export default {
  rule: 'driver-keeps-secrets',
  summary: 'Telemetry shows the memory of the firmware as it is.',
  devices: modelledNvmeWith({ firmware: { withoutSecrets: (image) => image } }),
  model: 'nvme',
} satisfies BrokenVariant;
