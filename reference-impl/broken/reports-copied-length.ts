import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-truncated',
  summary: 'FWCTL_INFO reports how much it copied instead of how much there is.',
  core: {
    reportedDataLength: (_core, data, room) => Math.min(data.length, room),
  },
} satisfies BrokenVariant;
