import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { reaches } from '../driver/admission.js';
import { modelledWith } from '../mlx5-device.js';

/** Breaks driver-least-scope. */
export default {
  rule: 'driver-least-scope',
  summary: 'In the greatest scope debug data can no longer be read.',
  devices: modelledWith(() => ({
    driver: { reaches: (scope, least) => reaches(scope, least) && !(scope === 'debug write full' && least === 'debug read only') },
  })),
  model: 'mlx5',
} satisfies BrokenVariant;
