import { encodeCompletion } from '../../../kit/formats/pds/admin-queue.js';
import { ok } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import type { PdsLink } from '../link.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-transport-errno. */
export default {
  rule: 'pds-transport-errno',
  summary: 'An operation that timed out counts as done.',
  devices: pdsWith({ fwRpc: (driver, scope, request, memory) => fwRpc({ ...driver, link: hopeful(driver.link) }, scope, request, memory) }),
} satisfies BrokenVariant;

function hopeful(link: PdsLink): PdsLink {
  return {
    send: async (message, room) => {
      const completed = await link.send(message, room);
      return completed.ok || completed.errno !== 'ETIMEDOUT' ? completed : ok(encodeCompletion({ code: 0, data: new Uint8Array(0) }));
    },
  };
}
