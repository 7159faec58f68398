import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { reaches } from '../../partitioned/firmware/functions.js';
import { modelledFunctionWith } from '../../partitioned/partitioned-device.js';

const PRIVILEGED = 0;

/** Breaks function-own-and-children-only. */
export default {
  rule: 'function-own-and-children-only',
  summary: 'A function of a VM reaches the one that has no parent.',
  devices: modelledFunctionWith('virtual machine', { reaches: (own, target) => target === PRIVILEGED || reaches(own, target) }),
  model: 'vm-function',
} satisfies BrokenVariant;
