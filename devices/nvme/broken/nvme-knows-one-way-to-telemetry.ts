import { decodeGetLogPage } from '../../../kit/formats/nvme/dwords.js';
import { CREATE_TELEMETRY, LOG_PAGES } from '../../../kit/formats/nvme/log-pages.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { scopeOfLogPage } from '../driver/log-page-scope.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-debug-data. */
export default {
  rule: 'nvme-debug-data',
  summary: 'Telemetry that is taken anew of one area only is read like what there is.',
  devices: nvmeWith({
    driver: {
      scopeOfLogPage: (command) => {
        const { page, specific, retain } = decodeGetLogPage(command);
        const isRead = page === LOG_PAGES['Telemetry Host-Initiated'] && retain && specific !== CREATE_TELEMETRY;
        return isRead ? 'debug read only' : scopeOfLogPage(command);
      },
    },
  }),
} satisfies BrokenVariant;
