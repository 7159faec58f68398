import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledAdmitting } from '../mlx5-device.js';

/** Breaks isolation-only-this-device. */
export default {
  rule: 'isolation-only-this-device',
  summary: 'Bonding with the port of another device counts as configuration.',
  devices: modelledAdmitting('CREATE_LAG', 'configuration'),
  model: 'mlx5',
} satisfies BrokenVariant;
