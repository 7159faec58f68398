import { securityProtocolOf } from '../../../kit/formats/nvme/dwords.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { nvmeWith } from '../nvme-device.js';

const FIRST_VENDOR = 0xef;

/** Breaks nvme-full-debug-only. */
export default {
  rule: 'nvme-full-debug-only',
  summary: 'Only with the protocols of a vendor does it take full debug to speak.',
  devices: nvmeWith({
    driver: { scopeOfSecurityReceive: (command) => (securityProtocolOf(command) < FIRST_VENDOR ? 'configuration' : 'debug write full') },
  }),
} satisfies BrokenVariant;
