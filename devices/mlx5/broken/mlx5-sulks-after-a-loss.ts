import { refuse } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import type { Mlx5Driver } from '../driver/driver.js';
import { fwRpc } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

const sulking = new WeakSet<Mlx5Driver>();

/** Breaks mlx5-transport-errno. */
export default {
  rule: 'mlx5-transport-errno',
  summary: 'Once a command of a caller timed out, every other one does.',
  devices: mlx5With({
    driver: {
      fwRpc: async (driver, ...rest) => {
        if (sulking.has(driver)) return refuse('ETIMEDOUT');
        const answer = await fwRpc(driver, ...rest);
        if (!answer.ok && answer.errno === 'ETIMEDOUT') sulking.add(driver);
        return answer;
      },
    },
  }),
} satisfies BrokenVariant;
