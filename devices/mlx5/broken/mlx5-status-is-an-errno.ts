import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-status-in-out. */
export default {
  rule: 'mlx5-status-in-out',
  summary: 'A command that the firmware refuses fails with EIO.',
  devices: mlx5With({ driver: { rpcErrno: (errno) => (errno === 'EREMOTEIO' ? 'EIO' : errno) } }),
} satisfies BrokenVariant;
