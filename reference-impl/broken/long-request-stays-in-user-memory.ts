import { ok } from '../../kit/result.js';
import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { copyRequest } from '../core/rpc.js';
import { readPointer } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

const PAGE = 4096;

export default {
  rule: 'rpc-request-copied-once',
  summary: "The driver reads a request longer than a page from the caller's own memory.",
  core: {
    copyRequest: (core, command, length) => {
      const request = copyRequest(core, command, length);
      const inPlace = length > PAGE ? command.memory.view(readPointer(command.cmd, RPC_STRUCT.in), length, 'read') : null;
      return request.ok && inPlace?.length === length ? ok(inPlace) : request;
    },
  },
} satisfies BrokenVariant;
