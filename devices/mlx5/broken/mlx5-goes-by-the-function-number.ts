import { HCA_CAP } from '../../../kit/formats/mlx5/hca-capabilities.js';
import { readU16 } from '../../../kit/formats/mlx5/words.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { OWN_FUNCTION } from '../firmware/functions.js';
import { maySetCapabilities } from '../firmware/hca-capabilities.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-set-hca-cap-other-only. */
export default {
  rule: 'mlx5-set-hca-cap-other-only',
  summary: 'A command with the number of another function counts as one about it, although it says that it is about the own.',
  devices: mlx5With({
    firmware: {
      maySetCapabilities: (firmware, command) =>
        readU16(command.request, HCA_CAP.functionId) !== OWN_FUNCTION || maySetCapabilities(firmware, command),
    },
  }),
} satisfies BrokenVariant;
