import { copyResponse } from '../core/rpc.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'rpc-request-response',
  summary: 'Of a response, 64 KiB reach the caller at most.',
  core: {
    copyResponse: (core, command, response, outLength) => copyResponse(core, command, response.subarray(0, 0x1_0000), outLength),
  },
} satisfies BrokenVariant;
