import { respond } from '../core/ioctl.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-size-read-once',
  summary: 'The size word is read again when the result is written back.',
  core: {
    respond: (core, command) => {
      const size = core.parts.readUserSize(core, command.memory, command.address) ?? 0;
      const more = Math.max(0, size - command.userSize);
      command.memory.write(command.address + command.userSize, new Uint8Array(Math.min(more, 16)));
      return respond(core, command);
    },
  },
} satisfies BrokenVariant;
