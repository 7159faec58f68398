import { MLX5_STATUSES } from '../../../kit/formats/mlx5/statuses.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { statusErrno } from '../driver/command-interface.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-open-errno. */
export default {
  rule: 'mlx5-open-errno',
  summary: 'A user context that is one too many is EIO at open.',
  devices: mlx5With({ driver: { statusErrno: (status) => (status === MLX5_STATUSES.LIM_ERR ? 'EIO' : statusErrno(status)) } }),
} satisfies BrokenVariant;
