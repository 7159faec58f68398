import { amendRequest } from '../core/block-list.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'kernel-amends-command',
  summary: 'The first byte of a command reaches the driver as it was sent, whatever is amended.',
  core: {
    amendRequest: (core, device, request) =>
      amendRequest(core, device, request).map((byte, index) => (index === 0 ? (request[0] ?? byte) : byte)),
  },
} satisfies BrokenVariant;
