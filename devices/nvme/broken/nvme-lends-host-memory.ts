import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { nvmeSetting } from '../admitting.js';

/** Breaks nvme-no-host-memory. */
export default {
  rule: 'nvme-no-host-memory',
  summary: 'In full debug the Host Memory Buffer is a feature like any other.',
  devices: nvmeSetting('Host Memory Buffer', 'debug write full'),
} satisfies BrokenVariant;
