import { RAID_STATUSES } from '../../../kit/formats/raid/commands.js';
import { raidStatus } from '../../../kit/formats/raid/messages.js';
import { refuse } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { modelledRaidWith } from '../raid-device.js';

/** Breaks driver-status-in-response. */
export default {
  rule: 'driver-status-in-response',
  summary: 'Where there is no such volume the call fails, in every scope that debugs.',
  devices: modelledRaidWith({
    driver: {
      fwRpc: async (driver, file, scope, request) => {
        const answer = await fwRpc(driver, file, scope, request);
        const isNone = answer.ok && raidStatus(answer.value) === RAID_STATUSES.NO_SUCH_VOLUME;
        return isNone && scope !== 'configuration' ? refuse('ENOENT') : answer;
      },
    },
  }),
  model: 'raid',
} satisfies BrokenVariant;
