import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledAdmitting } from '../mlx5-device.js';

/** Breaks lockdown-no-hang. */
export default {
  rule: 'lockdown-no-hang',
  summary: 'For debug write the function may be stopped.',
  devices: modelledAdmitting('SUSPEND_VHCA', 'debug write'),
  model: 'mlx5',
} satisfies BrokenVariant;
