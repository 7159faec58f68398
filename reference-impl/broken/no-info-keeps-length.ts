import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-no-data',
  summary: 'When there is no device data the length comes back as it was given.',
  core: {
    reportedDataLength: (_core, data, room) => (data.length === 0 ? room : data.length),
  },
} satisfies BrokenVariant;
