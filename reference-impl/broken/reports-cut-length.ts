import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'rpc-response-truncated',
  summary: 'A response that was cut is reported with the length it was cut to.',
  core: {
    reportedResponseLength: (_core, response, outLength) => Math.min(response.length, outLength),
  },
} satisfies BrokenVariant;
