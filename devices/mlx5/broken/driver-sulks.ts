import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { checkLengths } from '../driver/rpc.js';
import { modelledWith } from '../mlx5-device.js';

/** Breaks driver-truncated-requests. */
export default {
  rule: 'driver-truncated-requests',
  summary: 'After a request that is too short the driver refuses everything.',
  devices: modelledWith(() => {
    let isOffended = false;
    return {
      driver: {
        checkLengths: (inLength, outLength) => {
          const refusal = checkLengths(inLength, outLength);
          isOffended ||= refusal !== null;
          return isOffended ? 'EMSGSIZE' : null;
        },
      },
    };
  }),
  model: 'mlx5',
} satisfies BrokenVariant;
