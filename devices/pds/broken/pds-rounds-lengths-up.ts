import { writeU32 } from '../../../kit/formats/little-endian.js';
import { PDS_RPC_COMMAND } from '../../../kit/formats/pds/admin-queue.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

/** In bytes, without a payload. */
const COMMAND_LENGTH = 64;

/** Breaks pds-payload-to-firmware. */
export default {
  rule: 'pds-payload-to-firmware',
  summary: 'The firmware is told that a payload is a multiple of 4 bytes long, and gets no more than there is.',
  devices: pdsWith({
    fwRpc: (driver, scope, request, memory) => {
      const send: typeof driver.link.send = (message, room) => {
        const length = message.length - COMMAND_LENGTH;
        if (length > 0) writeU32(message, PDS_RPC_COMMAND.requestLength, Math.ceil(length / 4) * 4);
        return driver.link.send(message, room);
      };
      return fwRpc({ ...driver, link: { send } }, scope, request, memory);
    },
  }),
} satisfies BrokenVariant;
