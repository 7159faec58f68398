import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leavesOwnFields } from '../driver/own-fields.js';
import { fwRpc } from '../driver/rpc.js';
import { nvmeWith } from '../nvme-device.js';

const leavesFlags: typeof leavesOwnFields = (command) => leavesOwnFields({ ...command, flags: 0 });

/** Breaks nvme-own-fields. */
export default {
  rule: 'nvme-own-fields',
  summary: 'In full debug user space describes its data itself.',
  devices: nvmeWith({
    driver: {
      fwRpc: (driver, scope, request) =>
        fwRpc(
          scope === 'debug write full' ? { ...driver, parts: { ...driver.parts, leavesOwnFields: leavesFlags } } : driver,
          scope,
          request,
        ),
    },
  }),
} satisfies BrokenVariant;
