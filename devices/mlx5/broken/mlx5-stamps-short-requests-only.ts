import { requestHeader } from '../../../kit/formats/mlx5/mailbox.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { stampUid } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-uid-forced. */
export default {
  rule: 'mlx5-uid-forced',
  summary: 'A uid that the caller wrote stays there in requests of more than 64 bytes.',
  devices: mlx5With({
    driver: {
      stampUid: (request, context) => {
        if (request.length <= 64 || requestHeader(request).uid === 0) stampUid(request, context);
      },
    },
  }),
} satisfies BrokenVariant;
