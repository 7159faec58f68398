import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { commandDo } from '../driver/command-interface.js';
import type { Mlx5Driver } from '../driver/driver.js';
import { releaseUid } from '../driver/user-context.js';
import { mlx5With } from '../mlx5-device.js';

const givenUp = new WeakSet<Mlx5Driver>();

/** Breaks mlx5-uctx-destroyed. */
export default {
  rule: 'mlx5-uctx-destroyed',
  summary: 'Once a command got lost, no user context is destroyed any more.',
  devices: mlx5With({
    driver: {
      commandDo: async (driver, request, response) => {
        const errno = await commandDo(driver, request, response);
        if (errno !== null && errno !== 'EREMOTEIO') givenUp.add(driver);
        return errno;
      },
      releaseUid: async (driver, context) => {
        if (!givenUp.has(driver)) await releaseUid(driver, context);
      },
    },
  }),
} satisfies BrokenVariant;
