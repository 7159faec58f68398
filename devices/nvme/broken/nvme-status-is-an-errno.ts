import { decodeNvmeRpcAnswer } from '../../../kit/formats/nvme/rpc.js';
import { NVME_STATUSES } from '../../../kit/formats/nvme/statuses.js';
import { refuse } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { deliver } from '../driver/rpc.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-status. */
export default {
  rule: 'nvme-status',
  summary: 'A command that names blocks which are not there fails the call.',
  devices: nvmeWith({
    driver: {
      deliver: async (driver, rpc) => {
        const answer = await deliver(driver, rpc);
        return answer.ok && decodeNvmeRpcAnswer(answer.value).status === NVME_STATUSES['LBA Out of Range'] ? refuse('EIO') : answer;
      },
    },
  }),
} satisfies BrokenVariant;
