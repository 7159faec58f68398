import { MLX5_COMMANDS } from '../../../kit/formats/mlx5/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { modelledWith } from '../mlx5-device.js';

/** Breaks driver-never-admitted. */
export default {
  rule: 'driver-never-admitted',
  summary: 'In the greatest scope the device may be brought up.',
  devices: modelledWith(() => ({
    driver: {
      leastScope: (header) => (header.opcode === MLX5_COMMANDS.INIT_HCA ? 'debug write full' : leastScope(header)),
    },
  })),
} satisfies BrokenVariant;
