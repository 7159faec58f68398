import { statusName } from '../../../kit/formats/mlx5/statuses.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { statusErrno } from '../driver/command-interface.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-open-errno. */
export default {
  rule: 'mlx5-open-errno',
  summary: 'A status that is not published counts as a success at open.',
  devices: mlx5With({ driver: { statusErrno: (status) => (statusName(status) === undefined ? null : statusErrno(status)) } }),
} satisfies BrokenVariant;
