import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { deviceInfo } from '../driver/info.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-info. */
export default {
  rule: 'mlx5-info',
  summary: 'FWCTL_INFO tells the capabilities that are offered, not those that were given.',
  devices: mlx5With({
    driver: { deviceInfo: (driver, context) => deviceInfo(driver, { ...context, capabilities: driver.offeredCapabilities }) },
  }),
} satisfies BrokenVariant;
