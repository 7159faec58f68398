import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { nvmeReading } from '../admitting.js';

/** Breaks nvme-events-stay. */
export default {
  rule: 'nvme-events-stay',
  summary: 'The Firmware Slot Information log page is read without Retain Asynchronous Event.',
  devices: nvmeReading('Firmware Slot Information', 'configuration', false),
} satisfies BrokenVariant;
