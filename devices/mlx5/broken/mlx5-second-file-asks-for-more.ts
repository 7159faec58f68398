import type { BrokenVariant } from '../../../reference-impl/variant.js';
import type { Mlx5Driver } from '../driver/driver.js';
import { requestedCapabilities } from '../driver/user-context.js';
import { mlx5With } from '../mlx5-device.js';

const hasAsked = new WeakSet<Mlx5Driver>();

/** Breaks mlx5-caps-requested. */
export default {
  rule: 'mlx5-caps-requested',
  summary: 'Each file but the first asks for every capability that is offered.',
  devices: mlx5With({
    driver: {
      requestedCapabilities: (driver) => {
        const isFirst = !hasAsked.has(driver);
        hasAsked.add(driver);
        return isFirst ? requestedCapabilities(driver) : driver.offeredCapabilities;
      },
    },
  }),
} satisfies BrokenVariant;
