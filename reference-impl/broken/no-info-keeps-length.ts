import type { BrokenVariant } from '../variant.js';

const PAGE = 4096;

export default {
  rule: 'discovery-info-no-data',
  summary: 'When there is no device data, a length of a page or more comes back as it was given.',
  core: {
    reportedDataLength: (_core, data, room) => (data.length === 0 && room >= PAGE ? room : data.length),
  },
} satisfies BrokenVariant;
