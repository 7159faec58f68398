import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { reaches } from '../driver/admission.js';
import { modelledWith } from '../mlx5-device.js';

/** Breaks driver-least-scope-of-reads. */
export default {
  rule: 'driver-least-scope-of-reads',
  summary: 'In scope debug read only the configuration can no longer be read.',
  devices: modelledWith(() => ({
    driver: { reaches: (scope, least) => reaches(scope, least) && !(scope === 'debug read only' && least === 'configuration') },
  })),
  model: 'mlx5',
} satisfies BrokenVariant;
