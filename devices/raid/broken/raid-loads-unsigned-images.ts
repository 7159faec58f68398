import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledRaidWith } from '../raid-device.js';

/** Breaks lockdown-no-untrusted-code. */
export default {
  rule: 'lockdown-no-untrusted-code',
  summary: 'The controller takes an image whose signature does not fit.',
  devices: modelledRaidWith({ firmware: { isSigned: () => true } }),
  model: 'raid',
} satisfies BrokenVariant;
