import { ok } from '../../kit/result.js';
import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { copyRequest } from '../core/rpc.js';
import { readPointer } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'rpc-request-fault',
  summary: 'The part of a request that cannot be read is taken for zeros.',
  core: {
    copyRequest: (core, command, length) => {
      const request = copyRequest(core, command, length);
      const mapped = command.memory.view(readPointer(command.cmd, RPC_STRUCT.in), length, 'read');
      return request.ok || request.errno !== 'EFAULT' || mapped === null ? request : ok(new Uint8Array(length));
    },
  },
} satisfies BrokenVariant;
