import { isBlocked } from '../core/block-list.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'kernel-blocks-device',
  summary: 'With a device all others of its type are blocked.',
  core: {
    isBlocked: (core, device) =>
      isBlocked(core, device) ||
      core.kernel.blocked.some((entry) => entry.kind === 'device' && entry.device.ops?.deviceType === device.ops?.deviceType),
  },
} satisfies BrokenVariant;
