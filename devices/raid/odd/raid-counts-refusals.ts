import type { Variant } from '../../../reference-impl/variant.js';
import { createRaidDevice } from '../raid-device.js';
import { tellingMore } from '../tells-more.js';

export default {
  summary: 'Answers tell how many requests were refused.',
  devices: {
    modelled: (_setup, instance) => {
      let refused = 0;
      const tell = tellingMore(() => refused % 256);
      return createRaidDevice(instance, {
        driver: {
          fwRpc: async (...given) => {
            const answer = await tell(...given);
            if (!answer.ok) refused += 1;
            return answer;
          },
        },
      });
    },
  },
  model: 'raid',
} satisfies Variant;
