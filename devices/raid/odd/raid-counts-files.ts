import type { Variant } from '../../../reference-impl/variant.js';
import { createRaidDevice } from '../raid-device.js';
import { tellingMore } from '../tells-more.js';

export default {
  summary: 'Answers tell how often the device was opened.',
  devices: {
    modelled: (_setup, instance) => {
      let opened = 0;
      const device = createRaidDevice(instance, { driver: { fwRpc: tellingMore(() => opened % 256) } });
      const { ops } = device;
      if (ops === null) return device;
      const openUctx = (): ReturnType<typeof ops.openUctx> => {
        opened += 1;
        return ops.openUctx();
      };
      return { ...device, ops: { ...ops, openUctx } };
    },
  },
  model: 'raid',
} satisfies Variant;
