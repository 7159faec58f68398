import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { admitScope } from '../core/scope.js';
import { readU32 } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'taint-full',
  summary: 'Full debug access by a request longer than a page is logged and leaves no taint.',
  core: {
    admitScope: (core, command, number) => {
      const { taint } = core.kernel;
      const admitted = admitScope(core, command, number);
      const isLong = readU32(command.cmd, RPC_STRUCT.inLen) > 4096;
      if (admitted.ok && admitted.value === 'debug write full' && isLong) core.kernel.taint = taint;
      return admitted;
    },
  },
} satisfies BrokenVariant;
