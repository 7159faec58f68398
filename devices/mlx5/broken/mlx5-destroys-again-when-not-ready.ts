import { MLX5_STATUSES } from '../../../kit/formats/mlx5/statuses.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { releaseUid } from '../driver/user-context.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-uctx-destroyed. */
export default {
  rule: 'mlx5-uctx-destroyed',
  summary: 'DESTROY_UCTX is sent again when the firmware answers NOT_READY.',
  devices: mlx5With({
    driver: {
      releaseUid: async (driver, context) => {
        let status: number | null = null;
        const statusErrno: typeof driver.parts.statusErrno = (answered) => {
          status = answered;
          return driver.parts.statusErrno(answered);
        };
        await releaseUid({ ...driver, parts: { ...driver.parts, statusErrno } }, context);
        if (status === MLX5_STATUSES.NOT_READY) await releaseUid(driver, context);
      },
    },
  }),
} satisfies BrokenVariant;
