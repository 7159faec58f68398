import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { reaches } from '../driver/admission.js';
import { modelledWith } from '../mlx5-device.js';

/** Breaks driver-scope-too-low-for-reads. */
export default {
  rule: 'driver-scope-too-low-for-reads',
  summary: 'What reads debug data is admitted as configuration, too.',
  devices: modelledWith(() => ({ driver: { reaches: (scope, least) => least === 'debug read only' || reaches(scope, least) } })),
  model: 'mlx5',
} satisfies BrokenVariant;
