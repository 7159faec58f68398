import { ok } from '../../../kit/result.js';
import type { DeviceInstance } from '../../../reference-impl/device-instance.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { createBmcDevice } from '../bmc-device.js';

const LONGEST = 256;

/** Breaks driver-keeps-secrets. */
export default {
  rule: 'driver-keeps-secrets',
  summary: 'Where there is more room than the longest answer takes, it is filled with memory of the manager.',
  devices: { modelled: (_setup, instance) => filling(createBmcDevice(instance)) },
  model: 'bmc',
} satisfies BrokenVariant;

function filling(device: DeviceInstance): DeviceInstance {
  const { ops } = device;
  if (ops === null) return device;
  return {
    ...device,
    ops: {
      ...ops,
      fwRpc: async (context, scope, request, outLength, memory) => {
        const answer = await ops.fwRpc(context, scope, request, outLength, memory);
        return answer.ok && outLength > LONGEST ? ok(Uint8Array.of(...answer.value, ...new TextEncoder().encode('changeme'))) : answer;
      },
    },
  };
}
