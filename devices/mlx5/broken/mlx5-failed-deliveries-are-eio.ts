import type { Errno } from '../../../kit/uapi/errno.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { commandExec } from '../driver/command-interface.js';
import { mlx5With } from '../mlx5-device.js';

const FAILED_DELIVERIES: readonly Errno[] = ['EBADR', 'EFAULT', 'ENOMSG'];

/** Breaks mlx5-open-errno. */
export default {
  rule: 'mlx5-open-errno',
  summary: 'At open, a command whose delivery failed is EIO, whatever the transport says.',
  devices: mlx5With({
    driver: {
      commandExec: async (...args) => {
        const errno = await commandExec(...args);
        return errno !== null && FAILED_DELIVERIES.includes(errno) ? 'EIO' : errno;
      },
    },
  }),
} satisfies BrokenVariant;
