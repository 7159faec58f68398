import { FWCTL_INFO } from '../../kit/uapi/ioctl.js';
import { fopsIoctl } from '../core/ioctl.js';
import type { OpenFile } from '../core/open-file.js';
import type { BrokenVariant } from '../variant.js';

const spoiled = new WeakSet<OpenFile>();

export default {
  rule: 'lifetime-refused-calls-keep-file',
  summary: 'After FWCTL_INFO with a flag that is not defined the file takes no further call.',
  core: {
    fopsIoctl: async (core, file, task, request, address, memory) => {
      if (spoiled.has(file)) return { ok: false, errno: 'EIO' };
      const outcome = await fopsIoctl(core, file, task, request, address, memory);
      if (!outcome.ok && outcome.errno === 'EOPNOTSUPP' && request === FWCTL_INFO) spoiled.add(file);
      return outcome;
    },
  },
} satisfies BrokenVariant;
