import { requestHeader } from '../../../kit/formats/mlx5/mailbox.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { commandDo } from '../driver/command-interface.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-transport-errno. */
export default {
  rule: 'mlx5-transport-errno',
  summary: 'A command of a caller that found no slot is sent again.',
  devices: mlx5With({
    driver: {
      commandDo: async (driver, request, response) => {
        const again = Uint8Array.from(request);
        const errno = await commandDo(driver, request, response);
        return errno === 'EBUSY' && requestHeader(again).uid !== 0 ? commandDo(driver, again, response) : errno;
      },
    },
  }),
} satisfies BrokenVariant;
