import { MLX5_COMMANDS } from '../../../kit/formats/mlx5/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { modelledWith } from '../mlx5-device.js';

/** Breaks driver-scope-too-low. */
export default {
  rule: 'driver-scope-too-low',
  summary: 'Diagnostic parameters may be set in scope debug read only.',
  devices: modelledWith(() => ({
    driver: {
      leastScope: (header) => (header.opcode === MLX5_COMMANDS.SET_DIAGNOSTIC_PARAMS ? 'debug read only' : leastScope(header)),
    },
  })),
  model: 'mlx5',
} satisfies BrokenVariant;
