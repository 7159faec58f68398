import { FWCTL_INFO } from '../../kit/uapi/ioctl.js';
import { fopsIoctl } from '../core/ioctl.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'kernel-blocks-firmware',
  summary: 'FWCTL_INFO is answered on a device that runs a release of the firmware that is blocked.',
  core: {
    fopsIoctl: (core, file, task, request, address, memory) => {
      const blocked = core.kernel.blocked.filter(({ kind }) => kind !== 'firmware');
      const lenient = { ...core, kernel: { ...core.kernel, blocked } };
      return fopsIoctl(request === FWCTL_INFO ? lenient : core, file, task, request, address, memory);
    },
  },
} satisfies BrokenVariant;
