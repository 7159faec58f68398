import { respond } from '../core/ioctl.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-no-write-past-known',
  summary: 'The part of a structure that the kernel does not know is overwritten on the way out.',
  core: {
    respond: (core, command) => {
      const unknown = Math.max(0, command.userSize - command.cmd.length);
      command.memory.write(command.address + command.cmd.length, new Uint8Array(unknown).fill(0xff));
      return respond(core, command);
    },
  },
} satisfies BrokenVariant;
