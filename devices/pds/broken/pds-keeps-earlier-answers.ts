import type { BrokenVariant } from '../../../reference-impl/variant.js';
import type { PdsDriver } from '../driver/parts.js';
import { fwRpc } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

const payloads = new WeakMap<PdsDriver, Uint8Array>();

/** Breaks pds-payload-to-caller. */
export default {
  rule: 'pds-payload-to-caller',
  summary: 'Behind a payload comes what is left of the one before it.',
  devices: pdsWith({
    fwRpc: (driver, scope, request, memory) => {
      const { writePayload } = driver.parts;
      const parts: PdsDriver['parts'] = {
        ...driver.parts,
        writePayload: (to, rpc, completion) => {
          const before = payloads.get(driver) ?? new Uint8Array(0);
          const data = new Uint8Array(Math.max(completion.data.length, before.length));
          data.set(before);
          data.set(completion.data);
          payloads.set(driver, data);
          return writePayload(to, rpc, { ...completion, data });
        },
      };
      return fwRpc({ ...driver, parts }, scope, request, memory);
    },
  }),
} satisfies BrokenVariant;
