import type { Variant } from '../../../reference-impl/variant.js';
import { mlx5With } from '../mlx5-device.js';

export default {
  summary: 'The driver never answers in the buffer of the request.',
  devices: mlx5With({ driver: { responseBuffer: (_request, outLength) => new Uint8Array(outLength) } }),
} satisfies Variant;
