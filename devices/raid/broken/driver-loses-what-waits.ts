import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledRaidWith } from '../raid-device.js';

/** Breaks driver-change-live-after-reset. */
export default {
  rule: 'driver-change-live-after-reset',
  summary: 'A cache policy that waits for the reset is forgotten at it.',
  devices: modelledRaidWith({ firmware: { keepCachePolicy: () => {} } }),
  model: 'raid',
} satisfies BrokenVariant;
