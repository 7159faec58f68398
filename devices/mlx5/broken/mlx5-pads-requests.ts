import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { commandDo } from '../driver/command-interface.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-request-unchanged. */
export default {
  rule: 'mlx5-request-unchanged',
  summary: 'Requests are filled up to whole words.',
  devices: mlx5With({
    driver: {
      commandDo: (driver, request, response) => {
        const words = new Uint8Array(Math.ceil(request.length / 4) * 4);
        words.set(request);
        return commandDo(driver, words, response);
      },
    },
  }),
} satisfies BrokenVariant;
