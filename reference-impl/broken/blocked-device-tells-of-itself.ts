import { FWCTL_INFO } from '../../kit/uapi/ioctl.js';
import { fopsIoctl } from '../core/ioctl.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'kernel-blocks-device',
  summary: 'FWCTL_INFO is answered on a device that is blocked.',
  core: {
    fopsIoctl: (core, file, task, request, address, memory) => {
      const blocked = core.kernel.blocked.filter(({ kind }) => kind !== 'device');
      const lenient = { ...core, kernel: { ...core.kernel, blocked } };
      return fopsIoctl(request === FWCTL_INFO ? lenient : core, file, task, request, address, memory);
    },
  },
} satisfies BrokenVariant;
