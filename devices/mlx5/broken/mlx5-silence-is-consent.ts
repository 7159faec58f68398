import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { rpcErrno } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-transport-errno. */
export default {
  rule: 'mlx5-transport-errno',
  summary: 'A command that timed out counts as a success.',
  devices: mlx5With({ driver: { rpcErrno: (errno) => (errno === 'ETIMEDOUT' ? null : rpcErrno(errno)) } }),
} satisfies BrokenVariant;
