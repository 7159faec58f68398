import { MLX5_COMMANDS } from '../../../kit/formats/mlx5/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { modelledWith } from '../mlx5-device.js';

/** Breaks isolation-no-driver-control. */
export default {
  rule: 'isolation-no-driver-control',
  summary: 'What the network driver has set of its port counts as configuration.',
  devices: modelledWith(() => ({
    driver: { leastScope: (header) => (header.opcode === MLX5_COMMANDS.MODIFY_NIC_VPORT_CONTEXT ? 'configuration' : leastScope(header)) },
  })),
} satisfies BrokenVariant;
