import { COMPLETION_CODES } from '../../../kit/formats/ipmi/commands.js';
import { completionCode } from '../../../kit/formats/ipmi/messages.js';
import { ok } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledBmcWith } from '../bmc-device.js';
import { fwRpc } from '../driver/rpc.js';

/** Breaks driver-keeps-secrets. */
export default {
  rule: 'driver-keeps-secrets',
  summary: 'What is answered for a sensor that there is not ends with what lies behind the sensors.',
  devices: modelledBmcWith({
    driver: {
      fwRpc: async (driver, scope, request) => {
        const answer = await fwRpc(driver, scope, request);
        if (!answer.ok || completionCode(answer.value) !== COMPLETION_CODES['Not Present']) return answer;
        return ok(Uint8Array.of(...answer.value, ...new TextEncoder().encode('changeme')));
      },
    },
  }),
  model: 'bmc',
} satisfies BrokenVariant;
