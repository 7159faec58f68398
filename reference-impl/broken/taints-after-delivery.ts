import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { SCOPE_NUMBERS } from '../../kit/uapi/scope.js';
import { copyResponse } from '../core/rpc.js';
import { admitScope } from '../core/scope.js';
import { readU32 } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'taint-before-delivery',
  summary: 'Only a call that the driver has answered taints.',
  core: {
    admitScope: (core, command, number) => admitScope({ ...core, parts: { ...core.parts, taint: () => undefined } }, command, number),
    copyResponse: (core, command, response, outLength) => {
      if (readU32(command.cmd, RPC_STRUCT.scope) >= SCOPE_NUMBERS['debug write']) core.parts.taint(core, command.task, command.file.device);
      return copyResponse(core, command, response, outLength);
    },
  },
} satisfies BrokenVariant;
