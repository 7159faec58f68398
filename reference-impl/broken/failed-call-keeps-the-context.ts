import { fopsIoctl } from '../core/ioctl.js';
import { closeUctx, type OpenFile } from '../core/open-file.js';
import type { BrokenVariant } from '../variant.js';

const faulted = new WeakSet<OpenFile>();

export default {
  rule: 'lifetime-close-once',
  summary: 'Closing a file whose last call was EFAULT does not end its user context.',
  core: {
    fopsIoctl: async (core, file, task, request, address, memory) => {
      const outcome = await fopsIoctl(core, file, task, request, address, memory);
      if (outcome.ok || outcome.errno !== 'EFAULT') faulted.delete(file);
      else faulted.add(file);
      return outcome;
    },
    closeUctx: async (core, file) => {
      if (!faulted.has(file)) await closeUctx(core, file);
    },
  },
} satisfies BrokenVariant;
