import { decodeNvmeRpcAnswer, encodeNvmeRpcAnswer } from '../../../kit/formats/nvme/rpc.js';
import { ok } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { deliver } from '../driver/rpc.js';
import { nvmeWith } from '../nvme-device.js';

const CODE_AND_TYPE = 0x7ff;

/** Breaks nvme-status. */
export default {
  rule: 'nvme-status',
  summary: 'Of the status only the code and its type are told.',
  devices: nvmeWith({
    driver: {
      deliver: async (driver, rpc) => {
        const answer = await deliver(driver, rpc);
        if (!answer.ok) return answer;
        const { data, status, result } = decodeNvmeRpcAnswer(answer.value);
        return ok(encodeNvmeRpcAnswer({ status: status & CODE_AND_TYPE, result }, data));
      },
    },
  }),
} satisfies BrokenVariant;
