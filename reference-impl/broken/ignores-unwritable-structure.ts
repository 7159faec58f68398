import { respond } from '../core/ioctl.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-readonly-argument',
  summary: 'A result that cannot be written back goes unnoticed.',
  core: {
    respond: (core, command) => {
      respond(core, command);
      return null;
    },
  },
} satisfies BrokenVariant;
