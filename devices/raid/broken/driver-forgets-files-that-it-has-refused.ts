import type { BrokenVariant } from '../../../reference-impl/variant.js';
import type { RaidFile } from '../driver/parts.js';
import { fwRpc } from '../driver/rpc.js';
import { endSubscriptions } from '../driver/subscriptions.js';
import { modelledRaidWith } from '../raid-device.js';

const refused = new WeakSet<RaidFile>();

/** Breaks driver-nothing-outlives-the-file. */
export default {
  rule: 'driver-nothing-outlives-the-file',
  summary: 'The subscriptions of a file that was refused something are forgotten when it is closed.',
  devices: modelledRaidWith({
    driver: {
      fwRpc: async (driver, file, scope, request) => {
        const answer = await fwRpc(driver, file, scope, request);
        if (!answer.ok) refused.add(file);
        return answer;
      },
      endSubscriptions: async (driver, file) => {
        if (!refused.has(file)) await endSubscriptions(driver, file);
      },
    },
  }),
  model: 'raid',
} satisfies BrokenVariant;
