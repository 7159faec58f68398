import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { succeeded } from '../driver/outcome.js';

/** Breaks cxl-transport-failure. */
export default {
  rule: 'cxl-transport-failure',
  summary: 'A command that did not get through the mailbox succeeds, as in Linux 7.2.',
  devices: cxlWith({ driver: { undelivered: () => succeeded() } }),
} satisfies BrokenVariant;
