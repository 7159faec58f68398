import { encodeNvmeRpcAnswer } from '../../../kit/formats/nvme/rpc.js';
import { ok } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { deliver } from '../driver/rpc.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-transport-errno. */
export default {
  rule: 'nvme-transport-errno',
  summary: 'A command that is never completed counts as done.',
  devices: nvmeWith({
    driver: {
      deliver: async (driver, rpc) => {
        const answer = await deliver(driver, rpc);
        return answer.ok || answer.errno !== 'ETIMEDOUT'
          ? answer
          : ok(encodeNvmeRpcAnswer({ status: 0, result: 0 }, new Uint8Array(rpc.dataLength)));
      },
    },
  }),
} satisfies BrokenVariant;
