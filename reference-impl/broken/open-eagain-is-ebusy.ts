import { refuse } from '../../kit/result.js';
import { DEVICE_TYPES } from '../../kit/uapi/device-type.js';
import { openUctx } from '../core/open-file.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-open-refusal',
  summary: 'EAGAIN from the open operation of a driver that the core has no name for reaches the caller as EBUSY.',
  core: {
    openUctx: async (core, device, origin) => {
      const opened = await openUctx(core, device, origin);
      const isUnnamed = (device.ops?.deviceType ?? 0) > DEVICE_TYPES.PDS;
      return !opened.ok && opened.errno === 'EAGAIN' && isUnnamed ? refuse('EBUSY') : opened;
    },
  },
} satisfies BrokenVariant;
