import { decodeGetLogPage } from '../../../kit/formats/nvme/dwords.js';
import { FIRST_VENDOR_LOG_PAGE } from '../../../kit/formats/nvme/log-pages.js';
import { NVME_ADMIN } from '../../../kit/formats/nvme/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { nvmeFrom } from '../admitting.js';

/** Breaks nvme-events-stay. */
export default {
  rule: 'nvme-events-stay',
  summary: 'A log page of the vendor is read as debug data, with the event that it has or without.',
  devices: nvmeFrom(
    'debug read only',
    (command) => command.opcode === NVME_ADMIN['Get Log Page'] && decodeGetLogPage(command).page >= FIRST_VENDOR_LOG_PAGE,
  ),
} satisfies BrokenVariant;
