import { checkRpcLengths } from '../core/rpc.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'rpc-length-limit',
  summary: 'A request or response of exactly 2 MiB is refused.',
  core: {
    checkRpcLengths: (core, inLength, outLength) => checkRpcLengths(core, inLength + 1, outLength + 1),
  },
} satisfies BrokenVariant;
