import { HCA_CAP } from '../../../kit/formats/mlx5/hca-capabilities.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { OWN_FUNCTION } from '../firmware/functions.js';
import { applyCapabilities, maySetCapabilities } from '../firmware/hca-capabilities.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-set-hca-cap-other-only. */
export default {
  rule: 'mlx5-set-hca-cap-other-only',
  summary: 'What user space wants of the own function is refused, and takes effect at the reset.',
  devices: mlx5With({
    firmware: {
      maySetCapabilities: (firmware, command) => {
        const may = maySetCapabilities(firmware, command);
        const own = firmware.functions.get(OWN_FUNCTION);
        if (!may && own !== undefined) applyCapabilities(own, command.request.slice(HCA_CAP.page));
        return may;
      },
    },
  }),
} satisfies BrokenVariant;
