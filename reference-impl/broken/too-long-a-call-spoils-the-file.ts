import { fopsIoctl } from '../core/ioctl.js';
import type { OpenFile } from '../core/open-file.js';
import type { BrokenVariant } from '../variant.js';

const spoiled = new WeakSet<OpenFile>();

export default {
  rule: 'lifetime-refused-calls-keep-file',
  summary: 'After a request or a response that is too long the file takes no further call.',
  core: {
    fopsIoctl: async (core, file, task, request, address, memory) => {
      if (spoiled.has(file)) return { ok: false, errno: 'EIO' };
      const outcome = await fopsIoctl(core, file, task, request, address, memory);
      if (!outcome.ok && outcome.errno === 'EMSGSIZE') spoiled.add(file);
      return outcome;
    },
  },
} satisfies BrokenVariant;
