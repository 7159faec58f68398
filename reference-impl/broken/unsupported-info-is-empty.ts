import { ok } from '../../kit/result.js';
import { deviceData } from '../core/info.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-error-passed',
  summary: 'A driver whose info operation answers EOPNOTSUPP counts as one that has none.',
  core: {
    deviceData: async (core, command) => {
      const answer = await deviceData(core, command);
      return !answer.ok && answer.errno === 'EOPNOTSUPP' ? ok(new Uint8Array(0)) : answer;
    },
  },
} satisfies BrokenVariant;
