import { MLX5_COMMANDS } from '../../../kit/formats/mlx5/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { modelledWith } from '../mlx5-device.js';

/** Breaks lockdown-no-hang. */
export default {
  rule: 'lockdown-no-hang',
  summary: 'For debug write the function may be stopped.',
  devices: modelledWith(() => ({
    driver: { leastScope: (header) => (header.opcode === MLX5_COMMANDS.SUSPEND_VHCA ? 'debug write' : leastScope(header)) },
  })),
} satisfies BrokenVariant;
