import { FWCTL_INFO } from '../../kit/uapi/ioctl.js';
import { fopsIoctl } from '../core/ioctl.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-replug-is-new',
  summary: 'FWCTL_INFO on a file whose device is gone is answered by the device that has come since.',
  core: {
    fopsIoctl: (core, file, task, request, address, memory) => {
      const [come] = core.registered.values();
      const isOrphan = file.device.ops === null && request === FWCTL_INFO;
      return fopsIoctl(core, isOrphan && come !== undefined ? { ...file, device: come } : file, task, request, address, memory);
    },
  },
} satisfies BrokenVariant;
