import { NVME_ADMIN } from '../../../kit/formats/nvme/opcodes.js';
import { decodeNvmeRpc, NVME_RPC } from '../../../kit/formats/nvme/rpc.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { modelledNvmeWith } from '../nvme-device.js';

/** Breaks isolation-refused-undone. */
export default {
  rule: 'isolation-refused-undone',
  summary: 'What is for the enclosure is passed on, and then refused.',
  devices: modelledNvmeWith({
    driver: {
      fwRpc: async (driver, scope, request) => {
        const answer = await fwRpc(driver, scope, request);
        const isLong = request.length >= NVME_RPC.length;
        if (!answer.ok && isLong && decodeNvmeRpc(request).command.opcode === NVME_ADMIN['NVMe-MI Send'])
          await fwRpc(driver, 'debug write full', request);
        return answer;
      },
    },
  }),
} satisfies BrokenVariant;
