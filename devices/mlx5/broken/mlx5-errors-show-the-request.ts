import { MLX5_RESPONSE } from '../../../kit/formats/mlx5/mailbox.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { commandDo } from '../driver/command-interface.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-answer-padded. */
export default {
  rule: 'mlx5-answer-padded',
  summary: 'When the firmware refuses a command, the request shows behind the header of the response.',
  devices: mlx5With({
    driver: {
      commandDo: async (driver, request, response) => {
        const before = Uint8Array.from(response);
        const errno = await commandDo(driver, request, response);
        if (errno === 'EREMOTEIO') response.set(before.subarray(MLX5_RESPONSE.length), MLX5_RESPONSE.length);
        return errno;
      },
    },
  }),
} satisfies BrokenVariant;
