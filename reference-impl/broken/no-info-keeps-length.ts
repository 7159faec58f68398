import type { BrokenVariant } from '../variant.js';

const MUCH = 64;

export default {
  rule: 'discovery-info-no-data',
  summary: 'When there is no device data, a length of 64 bytes or more comes back as it was given.',
  core: {
    reportedDataLength: (_core, data, room) => (data.length === 0 && room >= MUCH ? room : data.length),
  },
} satisfies BrokenVariant;
