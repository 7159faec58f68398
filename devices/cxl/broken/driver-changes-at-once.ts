import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledCxlWith } from '../modelled.js';

/** Breaks driver-change-waits-for-reset. */
export default {
  rule: 'driver-change-waits-for-reset',
  summary: 'A feature that changes at a cold reset changes when it is set, and stays so.',
  devices: modelledCxlWith({ firmware: { whenLive: () => 'now', valueAfterReset: ({ current }) => current } }),
  model: 'cxl',
} satisfies BrokenVariant;
