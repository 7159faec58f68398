import { ok } from '../../kit/result.js';
import { copyRequest } from '../core/rpc.js';
import type { BrokenVariant } from '../variant.js';

const PAGE = 4096;

export default {
  rule: 'rpc-request-fault',
  summary: 'What cannot be read of a request behind its first page is taken for zeros.',
  core: {
    copyRequest: (core, command, length) => {
      const request = copyRequest(core, command, length);
      const first = copyRequest(core, command, Math.min(length, PAGE));
      if (request.ok || !first.ok || length <= PAGE) return request;
      return ok(Buffer.concat([first.value], length));
    },
  },
} satisfies BrokenVariant;
