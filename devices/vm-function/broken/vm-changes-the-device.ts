import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledFunctionWith } from '../../partitioned/partitioned-device.js';

/** Breaks function-global-state-is-privileged. */
export default {
  rule: 'function-global-state-is-privileged',
  summary: 'A function of a VM sets the mode of the whole device.',
  devices: modelledFunctionWith('virtual machine', { mayChangeDevice: () => true }),
  model: 'vm-function',
} satisfies BrokenVariant;
