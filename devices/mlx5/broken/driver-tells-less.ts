import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { deviceInfo } from '../driver/info.js';
import { modelledWith } from '../mlx5-device.js';

/** Breaks driver-info-as-declared. */
export default {
  rule: 'driver-info-as-declared',
  summary: 'The device data is shorter than the model says.',
  devices: modelledWith(() => ({ driver: { deviceInfo: (driver, context) => deviceInfo(driver, context).subarray(0, 4) } })),
  model: 'mlx5',
} satisfies BrokenVariant;
