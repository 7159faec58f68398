import { FWCTL_INFO } from '../../kit/uapi/ioctl.js';
import { fopsIoctl } from '../core/ioctl.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'kernel-blocks-device',
  summary: 'FWCTL_INFO is answered on a device that is blocked.',
  core: {
    fopsIoctl: (core, file, task, request, address, memory) => {
      const lenient = { ...core, parts: { ...core.parts, isBlocked: () => false } };
      return fopsIoctl(request === FWCTL_INFO ? lenient : core, file, task, request, address, memory);
    },
  },
} satisfies BrokenVariant;
