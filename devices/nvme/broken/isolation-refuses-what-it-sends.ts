import { NVME_ADMIN } from '../../../kit/formats/nvme/opcodes.js';
import { decodeNvmeRpc, NVME_RPC } from '../../../kit/formats/nvme/rpc.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { modelledNvmeWith } from '../nvme-device.js';

/** Breaks isolation-refused-undone. */
export default {
  rule: 'isolation-refused-undone',
  summary: 'What is for a secondary controller is refused in every scope that is too low, and sent all the same.',
  devices: modelledNvmeWith({
    driver: {
      fwRpc: async (driver, scope, request) => {
        const answer = await fwRpc(driver, scope, request);
        if (answer.ok || request.length < NVME_RPC.length) return answer;
        const rpc = decodeNvmeRpc(request);
        if (rpc.command.opcode === NVME_ADMIN['Virtualization Management']) await driver.parts.deliver(driver, rpc);
        return answer;
      },
    },
  }),
} satisfies BrokenVariant;
