import type { UnfitVariant } from '../../reference-impl/variant.js';
import { modelledCommands } from '../command-device.js';
import { createQueuePairFirmware, QUEUE_PAIR_COMMANDS } from './queue-pairs/firmware.js';

/** As RDMA lets user space push its work to the device: work requests and doorbells go through fwctl. */
export default {
  summary: 'An adapter whose work requests are posted, and whose doorbells are rung, as if that were debugging.',
  rules: ['isolation-no-data-plane'],
  devices: modelledCommands(() => ({
    deviceType: 253,
    leastScope: (command) => {
      switch (command) {
        case QUEUE_PAIR_COMMANDS.IDENTIFY:
        case QUEUE_PAIR_COMMANDS.GET_MTU:
        case QUEUE_PAIR_COMMANDS.SET_MTU:
          return 'configuration';
        case QUEUE_PAIR_COMMANDS.READ_COUNTERS:
        case QUEUE_PAIR_COMMANDS.POLL_COMPLETIONS:
          return 'debug read only';
        case QUEUE_PAIR_COMMANDS.POST_SEND:
        case QUEUE_PAIR_COMMANDS.RING_DOORBELL:
          return 'debug write';
        default:
          return null;
      }
    },
    execute: createQueuePairFirmware(),
  })),
  model: 'unfit/queue-pairs',
} satisfies UnfitVariant;
