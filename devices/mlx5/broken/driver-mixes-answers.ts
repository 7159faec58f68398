import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledWith } from '../mlx5-device.js';

const LONGEST = 8192;

/** Breaks driver-calls-apart. */
export default {
  rule: 'driver-calls-apart',
  summary: 'All calls on a device get their answers in one buffer.',
  devices: modelledWith(() => {
    const buffer = new Uint8Array(LONGEST);
    return { driver: { responseBuffer: (_request, outLength) => buffer.subarray(0, outLength) } };
  }),
  model: 'mlx5',
} satisfies BrokenVariant;
