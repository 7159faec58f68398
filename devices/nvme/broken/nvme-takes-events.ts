import { decodeGetLogPage } from '../../../kit/formats/nvme/dwords.js';
import { LOG_PAGES } from '../../../kit/formats/nvme/log-pages.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { scopeOfLogPage } from '../driver/log-page-scope.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-events-stay. */
export default {
  rule: 'nvme-events-stay',
  summary: 'The Firmware Slot Information log page is read without Retain Asynchronous Event.',
  devices: nvmeWith({
    driver: {
      scopeOfLogPage: (command) =>
        decodeGetLogPage(command).page === LOG_PAGES['Firmware Slot Information'] ? 'configuration' : scopeOfLogPage(command),
    },
  }),
} satisfies BrokenVariant;
