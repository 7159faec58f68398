import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledAdmitting } from '../mlx5-device.js';

/** Breaks lockdown-no-untrusted-code. */
export default {
  rule: 'lockdown-no-untrusted-code',
  summary: 'A saved state, from wherever it comes, counts as configuration.',
  devices: modelledAdmitting('LOAD_VHCA_STATE', 'configuration'),
  model: 'mlx5',
} satisfies BrokenVariant;
