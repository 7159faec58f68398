import { decodeCompletion, encodeCompletion } from '../../../kit/formats/pds/admin-queue.js';
import { ok } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import type { PdsLink } from '../link.js';
import { pdsWith } from '../pds-device.js';

const COMMAND_LENGTH = 64;

function inPlace(link: PdsLink): PdsLink {
  return {
    send: async (message, room) => {
      const completed = await link.send(message, room);
      if (!completed.ok) return completed;
      const { code, data } = decodeCompletion(completed.value);
      const sent = message.subarray(COMMAND_LENGTH);
      return ok(encodeCompletion({ code, data: Uint8Array.from([...data, ...sent.subarray(data.length)]) }));
    },
  };
}

/** Breaks pds-payload-to-caller. */
export default {
  rule: 'pds-payload-to-caller',
  summary: 'Behind what the firmware answered comes the payload that was sent.',
  devices: pdsWith({ fwRpc: (driver, scope, request, memory) => fwRpc({ ...driver, link: inPlace(driver.link) }, scope, request, memory) }),
} satisfies BrokenVariant;
