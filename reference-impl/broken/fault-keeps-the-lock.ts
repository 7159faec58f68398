import { copyResponse } from '../core/rpc.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-unregister-does-not-wait-for-files',
  summary: 'A response that cannot be written leaves the registration lock taken.',
  core: {
    copyResponse: (core, command, response, outLength) => {
      const fault = copyResponse(core, command, response, outLength);
      if (fault !== null) command.file.device.registration.readLock();
      return fault;
    },
  },
} satisfies BrokenVariant;
