import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-unlisted-refused. */
export default {
  rule: 'mlx5-unlisted-refused',
  summary: 'Of an opcode that is not published only the lower twelve bits count.',
  devices: mlx5With({ driver: { leastScope: (header) => leastScope(header) ?? leastScope({ ...header, opcode: header.opcode & 0xfff }) } }),
} satisfies BrokenVariant;
