import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { claim } from '../driver/kernel-user.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-claimed-command. */
export default {
  rule: 'mlx5-claimed-command',
  summary: 'A claim ends when another command is taken over.',
  devices: mlx5With({
    driver: {
      claim: async (driver, opcode) => {
        driver.claimed.clear();
        await claim(driver, opcode);
      },
    },
  }),
} satisfies BrokenVariant;
