import { refuse } from '../../kit/result.js';
import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { readPointer } from '../core/words.js';
import type { Variant } from '../variant.js';

const PIECE = 4096;

export default {
  summary: 'A request is copied page by page.',
  core: {
    copyRequest: (_core, command, length) => {
      const source = readPointer(command.cmd, RPC_STRUCT.in);
      const request = new Uint8Array(length);
      for (let done = 0; done < length; done += PIECE) {
        const piece = command.memory.read(source + done, Math.min(PIECE, length - done));
        if (piece === null) return refuse('EFAULT');
        request.set(piece, done);
      }
      return { ok: true, value: request };
    },
  },
} satisfies Variant;
