import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledAdmitting } from '../mlx5-device.js';

/** Breaks isolation-no-driver-control. */
export default {
  rule: 'isolation-no-driver-control',
  summary: 'What the network driver has set of its port counts as configuration.',
  devices: modelledAdmitting('MODIFY_NIC_VPORT_CONTEXT', 'configuration'),
  model: 'mlx5',
} satisfies BrokenVariant;
