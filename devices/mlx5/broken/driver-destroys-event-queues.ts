import { MLX5_COMMANDS } from '../../../kit/formats/mlx5/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { modelledWith } from '../mlx5-device.js';

/** Breaks isolation-no-kernel-objects. */
export default {
  rule: 'isolation-no-kernel-objects',
  summary: 'For debug write an event queue of the network driver may be destroyed.',
  devices: modelledWith(() => ({
    driver: { leastScope: (header) => (header.opcode === MLX5_COMMANDS.DESTROY_EQ ? 'debug write' : leastScope(header)) },
  })),
} satisfies BrokenVariant;
