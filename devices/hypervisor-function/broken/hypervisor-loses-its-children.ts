import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledFunctionWith } from '../../partitioned/partitioned-device.js';

/** Breaks function-children-reached. */
export default {
  rule: 'function-children-reached',
  summary: 'A function reaches itself, and its children no more than anybody else.',
  devices: modelledFunctionWith('hypervisor', { reaches: (own, target) => own === target }),
  model: 'hypervisor-function',
} satisfies BrokenVariant;
