import { copyRequest } from '../core/rpc.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'rpc-request-response',
  summary: 'Of a request, 65535 bytes are copied at most.',
  core: {
    copyRequest: (core, command, length) => copyRequest(core, command, Math.min(length, 0xffff)),
  },
} satisfies BrokenVariant;
