import { RAID_COMMANDS } from '../../../kit/formats/raid/commands.js';
import { decodeRaidRequest } from '../../../kit/formats/raid/messages.js';
import { refuse } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { createRaidDevice } from '../raid-device.js';

/** Breaks driver-calls-apart. */
export default {
  rule: 'driver-calls-apart',
  summary: 'While reading the event log is refused, so is whatever else is under way.',
  devices: {
    modelled: (_setup, instance) => {
      let refused = 0;
      return createRaidDevice(instance, {
        driver: {
          fwRpc: async (driver, file, scope, request) => {
            const isRefusedLog = scope === 'configuration' && decodeRaidRequest(request)?.opcode === RAID_COMMANDS.READ_EVENTS;
            if (isRefusedLog) refused += 1;
            await new Promise((done) => setImmediate(done));
            const isBeside = refused > 0;
            await new Promise((done) => setImmediate(done));
            if (isRefusedLog) refused -= 1;
            return isBeside && scope === 'configuration' ? refuse('EPERM') : fwRpc(driver, file, scope, request);
          },
        },
      });
    },
  },
  model: 'raid',
} satisfies BrokenVariant;
