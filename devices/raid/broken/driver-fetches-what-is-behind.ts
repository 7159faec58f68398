import { RAID_REQUEST } from '../../../kit/formats/raid/messages.js';
import { refuse } from '../../../kit/result.js';
import type { DeviceInstance } from '../../../reference-impl/device-instance.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { createRaidDevice } from '../raid-device.js';

const ADDRESS_LENGTH = 8;

/** Breaks driver-follows-no-pointer. */
export default {
  rule: 'driver-follows-no-pointer',
  summary: 'The word behind the header of a request is taken for the address of more, which has to be there.',
  devices: { modelled: (_setup, instance) => fetching(createRaidDevice(instance)) },
  model: 'raid',
} satisfies BrokenVariant;

function fetching(device: DeviceInstance): DeviceInstance {
  const { ops } = device;
  if (ops === null) return device;
  return {
    ...device,
    ops: {
      ...ops,
      fwRpc: (context, scope, request, outLength, memory) => {
        if (request.length === RAID_REQUEST.length + ADDRESS_LENGTH) {
          const view = new DataView(request.buffer, request.byteOffset, request.byteLength);
          const address = Number(view.getBigUint64(RAID_REQUEST.length, true));
          if (address !== 0 && memory.read(address, ADDRESS_LENGTH) === null) return refuse('EFAULT');
        }
        return ops.fwRpc(context, scope, request, outLength, memory);
      },
    },
  };
}
