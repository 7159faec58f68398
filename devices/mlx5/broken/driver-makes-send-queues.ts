import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledAdmitting } from '../mlx5-device.js';

/** Breaks isolation-no-data-plane. */
export default {
  rule: 'isolation-no-data-plane',
  summary: 'For debug write a send queue may be made.',
  devices: modelledAdmitting('CREATE_SQ', 'debug write'),
  model: 'mlx5',
} satisfies BrokenVariant;
