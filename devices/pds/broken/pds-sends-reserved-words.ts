import { readU32, writeU32 } from '../../../kit/formats/little-endian.js';
import { PDS_RPC } from '../../../kit/formats/pds/rpc.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

/** A place in the command that the driver leaves at zero; in bytes. */
const UNUSED = 12;

/** Breaks pds-reserved-request. */
export default {
  rule: 'pds-reserved-request',
  summary: 'The last reserved word of a request goes to the firmware.',
  devices: pdsWith({
    fwRpc: (driver, scope, request, memory) => {
      const send: typeof driver.link.send = (message, room) => {
        writeU32(message, UNUSED, readU32(request, PDS_RPC.outReserved + 4));
        return driver.link.send(message, room);
      };
      return fwRpc({ ...driver, link: { send } }, scope, request, memory);
    },
  }),
} satisfies BrokenVariant;
