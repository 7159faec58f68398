import { ok } from '../../kit/result.js';
import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { copyRequest } from '../core/rpc.js';
import { readPointer } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'rpc-request-copied-once',
  summary: "The driver reads a request longer than 32 KiB from the caller's own memory.",
  core: {
    copyRequest: (core, command, length) => {
      const inPlace = command.memory.view(readPointer(command.cmd, RPC_STRUCT.in), length, 'read');
      return length > 0x8000 && inPlace?.length === length ? ok(inPlace) : copyRequest(core, command, length);
    },
  },
} satisfies BrokenVariant;
