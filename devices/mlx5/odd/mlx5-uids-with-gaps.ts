import type { Variant } from '../../../reference-impl/variant.js';
import { takeUid } from '../firmware/user-contexts.js';
import { mlx5With } from '../mlx5-device.js';

export default {
  summary: 'The firmware leaves six uids out of seven.',
  devices: mlx5With({
    firmware: {
      takeUid: (firmware) => {
        firmware.nextUid += 6;
        return takeUid(firmware);
      },
    },
  }),
} satisfies Variant;
