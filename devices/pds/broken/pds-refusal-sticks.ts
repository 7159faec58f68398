import type { BrokenVariant } from '../../../reference-impl/variant.js';
import type { PdsDriver } from '../driver/parts.js';
import { fwRpc } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

const codes = new WeakMap<PdsDriver, number>();

/** Breaks pds-retval. */
export default {
  rule: 'pds-retval',
  summary: 'A code that is not 0 is that of all later operations, too.',
  devices: pdsWith({
    fwRpc: (driver, scope, request, memory) => {
      const { answerOf } = driver.parts;
      const parts: PdsDriver['parts'] = {
        ...driver.parts,
        answerOf: (to, completion) => {
          const code = codes.get(driver) || completion.code;
          codes.set(driver, code);
          return answerOf(to, { ...completion, code });
        },
      };
      return fwRpc({ ...driver, parts }, scope, request, memory);
    },
  }),
} satisfies BrokenVariant;
