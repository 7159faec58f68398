import { MLX5_COMMANDS } from '../../../kit/formats/mlx5/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { modelledWith } from '../mlx5-device.js';

/** Breaks lockdown-no-untrusted-code. */
export default {
  rule: 'lockdown-no-untrusted-code',
  summary: 'A saved state, from wherever it comes, counts as configuration.',
  devices: modelledWith(() => ({
    driver: { leastScope: (header) => (header.opcode === MLX5_COMMANDS.LOAD_VHCA_STATE ? 'configuration' : leastScope(header)) },
  })),
} satisfies BrokenVariant;
