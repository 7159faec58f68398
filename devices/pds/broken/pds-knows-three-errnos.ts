import { refuse } from '../../../kit/result.js';
import type { Errno } from '../../../kit/uapi/errno.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

const KNOWN: readonly Errno[] = ['ENXIO', 'ETIMEDOUT', 'EBUSY'];

/** Breaks pds-transport-errno. */
export default {
  rule: 'pds-transport-errno',
  summary: 'What the queue fails with is EIO, but for ENXIO, ETIMEDOUT and EBUSY.',
  devices: pdsWith({
    fwRpc: (driver, scope, request, memory) => {
      const send: typeof driver.link.send = async (message, room) => {
        const completed = await driver.link.send(message, room);
        return completed.ok || KNOWN.includes(completed.errno) ? completed : refuse('EIO');
      };
      return fwRpc({ ...driver, link: { send } }, scope, request, memory);
    },
  }),
} satisfies BrokenVariant;
