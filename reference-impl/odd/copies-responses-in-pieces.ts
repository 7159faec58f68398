import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { readPointer } from '../core/words.js';
import type { Variant } from '../variant.js';

const PIECE = 4096;

export default {
  summary: 'A response is copied page by page.',
  core: {
    copyResponse: (_core, command, response, outLength) => {
      const target = readPointer(command.cmd, RPC_STRUCT.out);
      const length = Math.min(response.length, outLength);
      for (let done = 0; done < length; done += PIECE) {
        if (!command.memory.write(target + done, response.subarray(done, Math.min(done + PIECE, length)))) return 'EFAULT';
      }
      return null;
    },
  },
} satisfies Variant;
