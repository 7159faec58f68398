import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledAdmitting } from '../mlx5-device.js';

/** Breaks isolation-no-kernel-objects. */
export default {
  rule: 'isolation-no-kernel-objects',
  summary: 'For debug write an event queue of the network driver may be destroyed.',
  devices: modelledAdmitting('DESTROY_EQ', 'debug write'),
  model: 'mlx5',
} satisfies BrokenVariant;
