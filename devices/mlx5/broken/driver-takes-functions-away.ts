import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledAdmitting } from '../mlx5-device.js';

/** Breaks isolation-no-other-hosts. */
export default {
  rule: 'isolation-no-other-hosts',
  summary: 'For debug write the function of another host may be taken away.',
  devices: modelledAdmitting('DISABLE_HCA', 'debug write'),
  model: 'mlx5',
} satisfies BrokenVariant;
