import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledAdmitting } from '../mlx5-device.js';

/** Breaks driver-never-admitted. */
export default {
  rule: 'driver-never-admitted',
  summary: 'In the greatest scope the device may be brought up.',
  devices: modelledAdmitting('INIT_HCA', 'debug write full'),
  model: 'mlx5',
} satisfies BrokenVariant;
