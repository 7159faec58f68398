import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledRaidWith } from '../raid-device.js';

/** Breaks isolation-no-kernel-objects. */
export default {
  rule: 'isolation-no-kernel-objects',
  summary: 'A volume can be deleted while the block driver uses it.',
  devices: modelledRaidWith({ firmware: { isInUse: () => false } }),
  model: 'raid',
} satisfies BrokenVariant;
