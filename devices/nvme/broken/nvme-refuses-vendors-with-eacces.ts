import { FIRST_VENDOR_OPCODE } from '../../../kit/formats/nvme/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { admit } from '../driver/rpc.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-scope-too-low. */
export default {
  rule: 'nvme-scope-too-low',
  summary: 'To a command of the vendor a scope that is too low is EACCES.',
  devices: nvmeWith({
    driver: {
      admit: async (driver, rpc, scope) => {
        const refusal = await admit(driver, rpc, scope);
        return refusal !== null && rpc.command.opcode >= FIRST_VENDOR_OPCODE ? 'EACCES' : refusal;
      },
    },
  }),
} satisfies BrokenVariant;
