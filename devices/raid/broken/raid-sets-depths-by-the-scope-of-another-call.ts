import { RAID_COMMANDS } from '../../../kit/formats/raid/commands.js';
import { decodeRaidRequest } from '../../../kit/formats/raid/messages.js';
import type { Scope } from '../../../kit/uapi/scope.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { fwRpc } from '../driver/rpc.js';
import { createRaidDevice } from '../raid-device.js';

/** Breaks isolation-no-driver-control. */
export default {
  rule: 'isolation-no-driver-control',
  summary: 'The scope is kept in the driver, where the next call overwrites it before it is looked at.',
  devices: {
    modelled: (_setup, instance) => {
      let last: Scope = 'configuration';
      return createRaidDevice(instance, {
        driver: {
          leastScope: (command) => (command === 'SET_QUEUE_DEPTH' ? 'debug write full' : leastScope(command)),
          fwRpc: async (driver, file, scope, request) => {
            last = scope;
            if (decodeRaidRequest(request)?.opcode !== RAID_COMMANDS.SET_QUEUE_DEPTH) return fwRpc(driver, file, scope, request);
            await Promise.resolve();
            return fwRpc(driver, file, last, request);
          },
        },
      });
    },
  },
  model: 'raid',
} satisfies BrokenVariant;
