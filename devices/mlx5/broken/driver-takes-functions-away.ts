import { MLX5_COMMANDS } from '../../../kit/formats/mlx5/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { modelledWith } from '../mlx5-device.js';

/** Breaks isolation-no-other-hosts. */
export default {
  rule: 'isolation-no-other-hosts',
  summary: 'For debug write the function of another host may be taken away.',
  devices: modelledWith(() => ({
    driver: { leastScope: (header) => (header.opcode === MLX5_COMMANDS.DISABLE_HCA ? 'debug write' : leastScope(header)) },
  })),
} satisfies BrokenVariant;
