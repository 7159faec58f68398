import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { reaches } from '../../partitioned/firmware/functions.js';
import { modelledFunctionWith } from '../../partitioned/partitioned-device.js';

/** Breaks function-own-and-children-only. */
export default {
  rule: 'function-own-and-children-only',
  summary: 'A function of a VM reaches that of another VM.',
  devices: modelledFunctionWith('virtual machine', { reaches: (own, target) => target === 12 || reaches(own, target) }),
  model: 'vm-function',
} satisfies BrokenVariant;
