import { ok } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { allocateUid, releaseUid } from '../driver/user-context.js';
import { createMlx5Device } from '../mlx5-device.js';

/** Breaks mlx5-uctx-per-open. */
export default {
  rule: 'mlx5-uctx-per-open',
  summary: 'From the third on, files that are open at a time share the user context of the one before.',
  devices: {
    mlx5: (setup, instance) => {
      const open: number[] = [];
      return createMlx5Device(setup, instance, {
        driver: {
          allocateUid: async (driver, capabilities) => {
            const shared = open.length < 2 ? undefined : open.at(-1);
            const uid = shared === undefined ? await allocateUid(driver, capabilities) : ok(shared);
            if (uid.ok) open.push(uid.value);
            return uid;
          },
          releaseUid: async (driver, context) => {
            open.splice(open.indexOf(context.uid), 1);
            if (!open.includes(context.uid)) await releaseUid(driver, context);
          },
        },
      });
    },
  },
} satisfies BrokenVariant;
