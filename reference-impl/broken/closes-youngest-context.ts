import { DEVICE_TYPES } from '../../kit/uapi/device-type.js';
import { closeUctx } from '../core/open-file.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-close-once',
  summary: 'Closing a file ends the user context that was opened last, of a driver that the core has no name for.',
  core: {
    closeUctx: async (core, file) => {
      const { name, files, ops } = file.device;
      const isUnnamed = core.registered.has(name) && (ops?.deviceType ?? 0) > DEVICE_TYPES.PDS;
      await closeUctx(core, (isUnnamed ? [...files].at(-1) : null) ?? file);
    },
  },
} satisfies BrokenVariant;
