import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-whole',
  summary: 'Of the length of device data that were not cut the low byte is reported.',
  core: {
    reportedDataLength: (_core, data, room) => (data.length > room ? data.length : data.length & 0xff),
  },
} satisfies BrokenVariant;
