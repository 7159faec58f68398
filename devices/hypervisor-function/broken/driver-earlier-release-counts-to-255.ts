import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { describeBandwidth } from '../../partitioned/firmware/releases.js';
import { modelledFunctionWith } from '../../partitioned/partitioned-device.js';

const MOST = 255;

/** Breaks driver-tools-keep-working. */
export default {
  rule: 'driver-tools-keep-working',
  summary: 'The earlier release tells a bandwidth as a part of 255, and not in percent.',
  devices: modelledFunctionWith('hypervisor', {
    describeBandwidth: (bandwidth, release) =>
      release === 'earlier' ? [Math.round((bandwidth * MOST) / 100)] : describeBandwidth(bandwidth, release),
  }),
  model: 'hypervisor-function',
} satisfies BrokenVariant;
