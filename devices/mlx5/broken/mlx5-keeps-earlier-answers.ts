import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { commandDo } from '../driver/command-interface.js';
import type { Mlx5Driver } from '../driver/driver.js';
import { mlx5With } from '../mlx5-device.js';

/** In bytes. */
const HEADER = 16;

const answers = new WeakMap<Mlx5Driver, Uint8Array>();

/** Breaks mlx5-answer-padded. */
export default {
  rule: 'mlx5-answer-padded',
  summary: 'What an answer leaves of the response holds the answer before it.',
  devices: mlx5With({
    driver: {
      commandDo: async (driver, request, response) => {
        const errno = await commandDo(driver, request, response);
        const before = answers.get(driver);
        answers.set(driver, new Uint8Array(response));
        const end = response.findLastIndex((byte) => byte !== 0) + 1;
        if (before !== undefined && end <= HEADER) response.set(before.subarray(HEADER, response.length), HEADER);
        return errno;
      },
    },
  }),
} satisfies BrokenVariant;
