import { ok } from '../../kit/result.js';
import { deviceData } from '../core/info.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-error-passed',
  summary: 'A driver that is too busy to tell about itself is reported as one that has nothing to tell.',
  core: {
    deviceData: async (core, command) => {
      const answer = await deviceData(core, command);
      return answer.ok || answer.errno !== 'EBUSY' ? answer : ok(new Uint8Array(0));
    },
  },
} satisfies BrokenVariant;
