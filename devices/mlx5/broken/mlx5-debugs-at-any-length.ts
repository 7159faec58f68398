import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { checkRpc } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-minimum-lengths. */
export default {
  rule: 'mlx5-minimum-lengths',
  summary: 'In scopes for debugging a request or a room of less than a header is accepted.',
  devices: mlx5With({
    driver: {
      checkRpc: (driver, request, outLength, scope) =>
        scope === 'configuration' ? checkRpc(driver, request, outLength, scope) : driver.parts.checkCommand(driver, request, scope),
    },
  }),
} satisfies BrokenVariant;
