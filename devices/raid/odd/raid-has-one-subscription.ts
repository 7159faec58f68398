import type { Variant } from '../../../reference-impl/variant.js';
import { failed } from '../firmware/answer.js';
import { subscribe } from '../firmware/subscriptions.js';
import { modelledRaidWith } from '../raid-device.js';

export default {
  summary: 'There is one subscription, and no second one as long as somebody has it.',
  devices: modelledRaidWith({
    firmware: {
      subscribe: (firmware, ...given) => (firmware.subscriptions.size > 0 ? failed('NO_RESOURCES') : subscribe(firmware, ...given)),
    },
  }),
  model: 'raid',
} satisfies Variant;
