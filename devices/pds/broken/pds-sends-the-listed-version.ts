import { decodeRpcCommand, encodeRpcCommand, opcodeOf, PDS_OPCODES } from '../../../kit/formats/pds/admin-queue.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { matches } from '../driver/admission.js';
import type { PdsDriver } from '../driver/parts.js';
import { fwRpc } from '../driver/rpc.js';
import type { PdsLink } from '../link.js';
import { pdsWith } from '../pds-device.js';

function upToDate({ link, operations }: PdsDriver): PdsLink {
  return {
    send: (message, room) => {
      if (opcodeOf(message) !== PDS_OPCODES.RPC) return link.send(message, room);
      const command = decodeRpcCommand(message);
      const listed = operations.get(command.endpoint)?.find(({ id }) => matches(command.operation, id));
      return link.send(encodeRpcCommand({ ...command, operation: listed?.id ?? command.operation }), room);
    },
  };
}

/** Breaks pds-operation-sent. */
export default {
  rule: 'pds-operation-sent',
  summary: 'The firmware is sent its own version of an operation, whichever was asked for.',
  devices: pdsWith({ fwRpc: (driver, scope, request, memory) => fwRpc({ ...driver, link: upToDate(driver) }, scope, request, memory) }),
} satisfies BrokenVariant;
