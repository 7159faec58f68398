import { MLX5_COMMANDS } from '../../../kit/formats/mlx5/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { modelledWith } from '../mlx5-device.js';

/** Breaks lockdown-no-host-memory. */
export default {
  rule: 'lockdown-no-host-memory',
  summary: 'For debug write the device may be given pages of the host.',
  devices: modelledWith(() => ({
    driver: { leastScope: (header) => (header.opcode === MLX5_COMMANDS.MANAGE_PAGES ? 'debug write' : leastScope(header)) },
  })),
} satisfies BrokenVariant;
