import { decodeGetLogPage } from '../../../kit/formats/nvme/dwords.js';
import { LOG_PAGES } from '../../../kit/formats/nvme/log-pages.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { scopeOfLogPage } from '../driver/log-page-scope.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-debug-data. */
export default {
  rule: 'nvme-debug-data',
  summary: 'The telemetry that the controller takes by itself is read as configuration.',
  devices: nvmeWith({
    driver: {
      scopeOfLogPage: (command) =>
        decodeGetLogPage(command).page === LOG_PAGES['Telemetry Controller-Initiated'] ? 'configuration' : scopeOfLogPage(command),
    },
  }),
} satisfies BrokenVariant;
