import { responseHeader } from '../../../kit/formats/mlx5/mailbox.js';
import type { Errno } from '../../../kit/uapi/errno.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { commandExec } from '../driver/command-interface.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-open-errno. */
export default {
  rule: 'mlx5-open-errno',
  summary: 'At open, EREMOTEIO of the transport is looked up as if the firmware had answered, and found to be no error.',
  devices: mlx5With({
    driver: {
      commandExec: async (driver, request, response) => {
        let lost: Errno | null = null;
        const link: typeof driver.link = {
          execute: async (...args) => {
            const answer = await driver.link.execute(...args);
            lost = answer.ok ? null : answer.errno;
            return answer;
          },
        };
        const errno = await commandExec({ ...driver, link }, request, response);
        return lost === 'EREMOTEIO' ? driver.parts.statusErrno(responseHeader(response).status) : errno;
      },
    },
  }),
} satisfies BrokenVariant;
