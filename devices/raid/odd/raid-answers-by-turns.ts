import type { Variant } from '../../../reference-impl/variant.js';
import { createRaidDevice } from '../raid-device.js';
import { tellingMore } from '../tells-more.js';

export default {
  summary: 'Answers come from two buffers by turns, and tell from which.',
  devices: {
    modelled: (_setup, instance) => {
      let turn = 0;
      const takeTurn = (): number => {
        turn = 1 - turn;
        return turn;
      };
      return createRaidDevice(instance, { driver: { fwRpc: tellingMore(takeTurn) } });
    },
  },
  model: 'raid',
} satisfies Variant;
