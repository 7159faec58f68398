import { ok } from '../../kit/result.js';
import { copyRequest } from '../core/rpc.js';
import type { BrokenVariant } from '../variant.js';

const PAGE = 4096;

export default {
  rule: 'rpc-request-response',
  summary: 'A request longer than a page reaches the driver without its last byte.',
  core: {
    copyRequest: (core, command, length) => {
      const request = copyRequest(core, command, length);
      return request.ok && length === PAGE + 1 ? ok(request.value.subarray(0, PAGE)) : request;
    },
  },
} satisfies BrokenVariant;
