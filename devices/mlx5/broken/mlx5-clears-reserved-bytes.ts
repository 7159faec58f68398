import { writeU16 } from '../../../kit/formats/mlx5/words.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { stampUid } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

/** Between uid and op_mod. */
const RESERVED = 4;

/** Breaks mlx5-request-unchanged. */
export default {
  rule: 'mlx5-request-unchanged',
  summary: 'The reserved bytes of the header do not reach the firmware.',
  devices: mlx5With({
    driver: {
      stampUid: (request, context) => {
        stampUid(request, context);
        writeU16(request, RESERVED, 0);
      },
    },
  }),
} satisfies BrokenVariant;
