import { requestHeader, responseHeader } from '../../../kit/formats/mlx5/mailbox.js';
import { MLX5_STATUSES } from '../../../kit/formats/mlx5/statuses.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { commandDo } from '../driver/command-interface.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-status-in-out. */
export default {
  rule: 'mlx5-status-in-out',
  summary: 'A command of a caller that the firmware is too busy for is sent again.',
  devices: mlx5With({
    driver: {
      commandDo: async (driver, request, response) => {
        const again = Uint8Array.from(request);
        const errno = await commandDo(driver, request, response);
        const isBusy = requestHeader(again).uid !== 0 && responseHeader(response).status === MLX5_STATUSES.RES_BUSY;
        return isBusy ? commandDo(driver, again, response) : errno;
      },
    },
  }),
} satisfies BrokenVariant;
