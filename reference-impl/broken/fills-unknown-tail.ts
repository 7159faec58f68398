import { respond } from '../core/ioctl.js';
import type { BrokenVariant } from '../variant.js';

const WORD = 8;

export default {
  rule: 'uapi-no-write-past-known',
  summary: 'The part of a structure that the kernel does not know is overwritten on the way out, but for its first word.',
  core: {
    respond: (core, command) => {
      const known = command.cmd.length + WORD;
      const unknown = Math.max(0, command.userSize - known);
      command.memory.write(command.address + known, new Uint8Array(unknown).fill(0xff));
      return respond(core, command);
    },
  },
} satisfies BrokenVariant;
