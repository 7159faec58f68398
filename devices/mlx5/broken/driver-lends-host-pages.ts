import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledAdmitting } from '../mlx5-device.js';

/** Breaks lockdown-no-host-memory. */
export default {
  rule: 'lockdown-no-host-memory',
  summary: 'For debug write the device may be given pages of the host.',
  devices: modelledAdmitting('MANAGE_PAGES', 'debug write'),
  model: 'mlx5',
} satisfies BrokenVariant;
