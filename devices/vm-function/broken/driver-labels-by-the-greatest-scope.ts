import { SCOPE_NUMBERS } from '../../../kit/uapi/scope.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledFunctionWith } from '../../partitioned/partitioned-device.js';

/** Breaks driver-firmware-judges-by-scope. */
export default {
  rule: 'driver-firmware-judges-by-scope',
  summary: 'The driver tells the firmware the greatest scope that there has been.',
  devices: {
    modelled: (setup, instance) => {
      let greatest = 0;
      const label = (scope: keyof typeof SCOPE_NUMBERS): number => {
        greatest = Math.max(greatest, SCOPE_NUMBERS[scope]);
        return greatest;
      };
      return modelledFunctionWith('virtual machine', {}, { label }).modelled(setup, instance);
    },
  },
  model: 'vm-function',
} satisfies BrokenVariant;
