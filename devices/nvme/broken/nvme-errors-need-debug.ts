import { decodeGetLogPage } from '../../../kit/formats/nvme/dwords.js';
import { LOG_PAGES } from '../../../kit/formats/nvme/log-pages.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { scopeOfLogPage } from '../driver/log-page-scope.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-health. */
export default {
  rule: 'nvme-health',
  summary: 'The Error Information log page is read from debug read only on.',
  devices: nvmeWith({
    driver: {
      scopeOfLogPage: (command) => {
        const least = scopeOfLogPage(command);
        return least === 'configuration' && decodeGetLogPage(command).page === LOG_PAGES['Error Information'] ? 'debug read only' : least;
      },
    },
  }),
} satisfies BrokenVariant;
