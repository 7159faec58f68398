import { writeU32 } from '../../../kit/formats/little-endian.js';
import { opcodeOf, PDS_OPCODES, PDS_RPC_COMMAND } from '../../../kit/formats/pds/admin-queue.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-operation-sent. */
export default {
  rule: 'pds-operation-sent',
  summary: 'Whatever the endpoint, an operation is sent to the first one.',
  devices: pdsWith({
    fwRpc: (driver, scope, request, memory) => {
      const send: typeof driver.link.send = (message, room) => {
        if (opcodeOf(message) === PDS_OPCODES.RPC) writeU32(message, PDS_RPC_COMMAND.endpoint, driver.endpoints[0] ?? 0);
        return driver.link.send(message, room);
      };
      return fwRpc({ ...driver, link: { send } }, scope, request, memory);
    },
  }),
} satisfies BrokenVariant;
