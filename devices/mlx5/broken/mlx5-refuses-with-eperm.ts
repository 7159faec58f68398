import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { checkCommand } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-refusal-errno. */
export default {
  rule: 'mlx5-refusal-errno',
  summary: 'A refused command fails with EPERM.',
  devices: mlx5With({ driver: { checkCommand: (...args) => (checkCommand(...args) === null ? null : 'EPERM') } }),
} satisfies BrokenVariant;
