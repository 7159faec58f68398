import { MLX5_COMMANDS } from '../../../kit/formats/mlx5/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { modelledWith } from '../mlx5-device.js';

/** Breaks isolation-only-this-device. */
export default {
  rule: 'isolation-only-this-device',
  summary: 'Bonding with the port of another device counts as configuration.',
  devices: modelledWith(() => ({
    driver: { leastScope: (header) => (header.opcode === MLX5_COMMANDS.CREATE_LAG ? 'configuration' : leastScope(header)) },
  })),
} satisfies BrokenVariant;
