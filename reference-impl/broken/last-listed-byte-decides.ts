import { isBlockedRequest } from '../core/block-list.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'kernel-blocks-command',
  summary: 'Of the bytes that are listed of a command only the last is compared.',
  core: {
    isBlockedRequest: (core, device, request) => {
      const lastOnly = (beginning: Uint8Array) =>
        beginning.map((byte, index) => (index === beginning.length - 1 ? byte : (request[index] ?? 0)));
      const blocked = core.kernel.blocked.map((entry) =>
        entry.kind === 'command' && request.length >= entry.beginning.length ? { ...entry, beginning: lastOnly(entry.beginning) } : entry,
      );
      return isBlockedRequest({ ...core, kernel: { ...core.kernel, blocked } }, device, request);
    },
  },
} satisfies BrokenVariant;
