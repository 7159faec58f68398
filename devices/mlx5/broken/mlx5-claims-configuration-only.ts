import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { isClaimed } from '../driver/kernel-user.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-claimed-command. */
export default {
  rule: 'mlx5-claimed-command',
  summary: 'A command for debugging cannot be taken over.',
  devices: mlx5With({
    driver: {
      isClaimed: (driver, context, opcode) =>
        leastScope({ opcode, uid: context.uid, opMod: 0 }) === 'configuration' && isClaimed(driver, context, opcode),
    },
  }),
} satisfies BrokenVariant;
