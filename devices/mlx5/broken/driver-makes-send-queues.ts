import { MLX5_COMMANDS } from '../../../kit/formats/mlx5/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { modelledWith } from '../mlx5-device.js';

/** Breaks isolation-no-data-plane. */
export default {
  rule: 'isolation-no-data-plane',
  summary: 'For debug write a send queue may be made.',
  devices: modelledWith(() => ({
    driver: { leastScope: (header) => (header.opcode === MLX5_COMMANDS.CREATE_SQ ? 'debug write' : leastScope(header)) },
  })),
} satisfies BrokenVariant;
