import type { Variant } from '../variant.js';

export default {
  summary: 'A structure is answered as far as the kernel knows it and no further, word by word.',
  core: {
    respond: (_core, { memory, address, userSize, cmd }) => {
      const length = Math.min(userSize, cmd.length);
      for (let done = 0; done < length; done += 8) {
        if (!memory.write(address + done, cmd.subarray(done, Math.min(done + 8, length)))) return 'EFAULT';
      }
      return null;
    },
  },
} satisfies Variant;
