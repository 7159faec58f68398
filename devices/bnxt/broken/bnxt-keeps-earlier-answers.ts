import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import type { BnxtDriver } from '../driver/parts.js';
import { fwRpc } from '../driver/rpc.js';

const answers = new WeakMap<BnxtDriver, Uint8Array>();

/** Breaks bnxt-answer-padded. */
export default {
  rule: 'bnxt-answer-padded',
  summary: 'What an answer leaves of the response holds the answer before it.',
  devices: bnxtWith({
    fwRpc: (driver, scope, request, outLength, memory) => {
      const { responseOf } = driver.parts;
      const parts: BnxtDriver['parts'] = {
        ...driver.parts,
        responseOf: (answer, room) => {
          const before = answers.get(driver) ?? new Uint8Array(0);
          const whole = new Uint8Array(Math.max(answer.length, before.length));
          whole.set(before);
          whole.set(answer);
          answers.set(driver, whole);
          return responseOf(whole, room);
        },
      };
      return fwRpc({ ...driver, parts }, scope, request, outLength, memory);
    },
  }),
} satisfies BrokenVariant;
