import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { modelledRaidWith } from '../raid-device.js';

/** Breaks isolation-no-data-plane. */
export default {
  rule: 'isolation-no-data-plane',
  summary: 'Reading blocks of a volume counts as reading debug information.',
  devices: modelledRaidWith({
    driver: { leastScope: (command) => (command === 'READ_BLOCKS' ? 'debug read only' : leastScope(command)) },
  }),
  model: 'raid',
} satisfies BrokenVariant;
