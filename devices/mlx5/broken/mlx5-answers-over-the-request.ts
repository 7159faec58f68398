import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { commandDo } from '../driver/command-interface.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-answer-padded. */
export default {
  rule: 'mlx5-answer-padded',
  summary: 'Where the buffer of the request serves for the response, the request shows behind the answer.',
  devices: mlx5With({
    driver: {
      commandDo: async (driver, request, response) => {
        const before = Uint8Array.from(response);
        let answered = 0;
        const link: typeof driver.link = {
          execute: async (...args) => {
            const answer = await driver.link.execute(...args);
            if (answer.ok) answered = answer.value.length;
            return answer;
          },
        };
        const errno = await commandDo({ ...driver, link }, request, response);
        response.set(before.subarray(answered), answered);
        return errno;
      },
    },
  }),
} satisfies BrokenVariant;
