import { isBlockedRequest } from '../core/block-list.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'kernel-blocks-command',
  summary: 'Of the list of what is blocked, only the last entry is looked at for a command.',
  core: {
    isBlockedRequest: (core, device, request) =>
      isBlockedRequest({ ...core, kernel: { ...core.kernel, blocked: core.kernel.blocked.slice(-1) } }, device, request),
  },
} satisfies BrokenVariant;
