import { CSP } from '../../../kit/formats/nvme/effects.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { whenLive } from '../firmware/features.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-feature-at-reset. */
export default {
  rule: 'nvme-feature-at-reset',
  summary: 'A feature whose scope is told as that of the controller is in force at once.',
  devices: nvmeWith({
    firmware: { whenLive: (feature, effects) => ((effects & CSP.controller) === 0 ? whenLive(feature, effects) : 'now') },
  }),
} satisfies BrokenVariant;
