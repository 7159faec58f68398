import { refuse } from '../../kit/result.js';
import type { FwctlDevice } from '../core/device.js';
import { deliver } from '../core/rpc.js';
import type { BrokenVariant } from '../variant.js';

const busy = new WeakSet<FwctlDevice>();

export default {
  rule: 'rpc-concurrent',
  summary: 'A plain device takes no RPC while another one is with its driver, and says EBUSY.',
  core: {
    deliver: async (core, command, scope, request, outLength) => {
      const { device } = command.file;
      if (!device.parent.startsWith('platform/plain')) return deliver(core, command, scope, request, outLength);
      if (busy.has(device)) return refuse('EBUSY');
      busy.add(device);
      const answer = await deliver(core, command, scope, request, outLength);
      busy.delete(device);
      return answer;
    },
  },
} satisfies BrokenVariant;
