import { ok } from '../../kit/result.js';
import { copyRequest } from '../core/rpc.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'rpc-request-response',
  summary: 'A request is read in words of eight bytes, of which the last may be beyond what is mapped.',
  core: {
    copyRequest: (core, command, length) => {
      const words = copyRequest(core, command, Math.ceil(length / 8) * 8);
      return words.ok ? ok(words.value.subarray(0, length)) : words;
    },
  },
} satisfies BrokenVariant;
