import { decodeGetLogPage } from '../../../kit/formats/nvme/dwords.js';
import { FIRST_VENDOR_LOG_PAGE } from '../../../kit/formats/nvme/log-pages.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { scopeOfLogPage } from '../driver/log-page-scope.js';
import { nvmeWith } from '../nvme-device.js';

const FIRST_OF_COMMAND_SETS = 0x80;

/** Breaks nvme-debug-data. */
export default {
  rule: 'nvme-debug-data',
  summary: 'Log pages of command sets count as those of the vendor.',
  devices: nvmeWith({
    driver: {
      scopeOfLogPage: (command) => {
        const { page, retain } = decodeGetLogPage(command);
        return retain && page >= FIRST_OF_COMMAND_SETS && page < FIRST_VENDOR_LOG_PAGE ? 'debug read only' : scopeOfLogPage(command);
      },
    },
  }),
} satisfies BrokenVariant;
