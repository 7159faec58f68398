import { requestHeader } from '../../../kit/formats/mlx5/mailbox.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { stampUid } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-uid-forced. */
export default {
  rule: 'mlx5-uid-forced',
  summary: 'The uid is written only where the caller left it 0.',
  devices: mlx5With({
    driver: {
      stampUid: (request, context) => {
        if (requestHeader(request).uid === 0) stampUid(request, context);
      },
    },
  }),
} satisfies BrokenVariant;
