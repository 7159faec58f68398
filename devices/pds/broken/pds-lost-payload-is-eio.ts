import { refuse } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

/** In bytes, without a payload. */
const COMMAND_LENGTH = 64;

/** Breaks pds-transport-errno. */
export default {
  rule: 'pds-transport-errno',
  summary: 'An operation with a payload that gets lost fails with EIO.',
  devices: pdsWith({
    fwRpc: (driver, scope, request, memory) => {
      const send: typeof driver.link.send = async (message, room) => {
        const completed = await driver.link.send(message, room);
        return completed.ok || message.length === COMMAND_LENGTH ? completed : refuse('EIO');
      };
      return fwRpc({ ...driver, link: { send } }, scope, request, memory);
    },
  }),
} satisfies BrokenVariant;
