import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledFunctionWith } from '../../partitioned/partitioned-device.js';

/** Breaks function-own-and-children-only. */
export default {
  rule: 'function-own-and-children-only',
  summary: 'Whoever names a function reaches it, whosever child it is.',
  devices: modelledFunctionWith('hypervisor', { reaches: () => true }),
  model: 'hypervisor-function',
} satisfies BrokenVariant;
