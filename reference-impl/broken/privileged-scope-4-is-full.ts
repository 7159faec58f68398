import { CAP_SYS_RAWIO } from '../../kit/uapi/ioctl.js';
import { SCOPE_NUMBERS } from '../../kit/uapi/scope.js';
import { admitScope } from '../core/scope.js';
import { capable } from '../core/task.js';
import type { BrokenVariant } from '../variant.js';

const BEYOND_FULL = SCOPE_NUMBERS['debug write full'] + 1;

export default {
  rule: 'scope-unknown-refused',
  summary: 'To a caller with CAP_SYS_RAWIO scope 4 is full debug access.',
  core: {
    admitScope: (core, command, number) => {
      const isTaken = number === BEYOND_FULL && capable(command.task, CAP_SYS_RAWIO);
      return admitScope(core, command, isTaken ? SCOPE_NUMBERS['debug write full'] : number);
    },
  },
} satisfies BrokenVariant;
