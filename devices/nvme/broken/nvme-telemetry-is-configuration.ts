import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { nvmeReading } from '../admitting.js';

/** Breaks nvme-debug-data. */
export default {
  rule: 'nvme-debug-data',
  summary: 'The telemetry that the controller takes by itself is read as configuration.',
  devices: nvmeReading('Telemetry Controller-Initiated', 'configuration'),
} satisfies BrokenVariant;
