import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { TRUST } from '../../partitioned/firmware/firmware.js';
import { modelledFunctionWith } from '../../partitioned/partitioned-device.js';

/** Breaks driver-firmware-judges-by-scope. */
export default {
  rule: 'driver-firmware-judges-by-scope',
  summary: 'The firmware clears a counter only for whoever may do anything.',
  devices: modelledFunctionWith('virtual machine', { mayClear: (trust) => trust > TRUST.WRITES }),
  model: 'vm-function',
} satisfies BrokenVariant;
