import { INFO_STRUCT } from '../../kit/uapi/ioctl.js';
import { respond } from '../core/ioctl.js';
import { readU32 } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-size-read-once',
  summary: 'FWCTL_INFO copies back as much as the size word says by then.',
  core: {
    respond: (core, command) => {
      const word = command.memory.read(command.address, 4);
      const userSize = word === null || command.cmd.length !== INFO_STRUCT.length ? command.userSize : readU32(word, 0);
      if (userSize <= command.userSize) return respond(core, command);
      const cmd = new Uint8Array(userSize);
      cmd.set(command.cmd);
      return respond(core, { ...command, userSize, cmd });
    },
  },
} satisfies BrokenVariant;
