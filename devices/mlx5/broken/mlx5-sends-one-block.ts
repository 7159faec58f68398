import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { stampUid } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-request-unchanged. */
export default {
  rule: 'mlx5-request-unchanged',
  summary: 'Nothing of a request beyond its first 64 bytes reaches the firmware.',
  devices: mlx5With({
    driver: {
      stampUid: (request, context) => {
        stampUid(request, context);
        request.fill(0, 64);
      },
    },
  }),
} satisfies BrokenVariant;
