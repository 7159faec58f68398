import { SCOPE_NUMBERS } from '../../../kit/uapi/scope.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledFunctionWith } from '../../partitioned/partitioned-device.js';

/** Breaks driver-firmware-judges-by-scope. */
export default {
  rule: 'driver-firmware-judges-by-scope',
  summary: 'The driver tells the firmware of every command that it may do anything.',
  devices: modelledFunctionWith('hypervisor', {}, { label: () => SCOPE_NUMBERS['debug write full'] }),
  model: 'hypervisor-function',
} satisfies BrokenVariant;
