import { ok } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { allocateUid, releaseUid } from '../driver/user-context.js';
import { createMlx5Device } from '../mlx5-device.js';

/** Breaks mlx5-uctx-per-open. */
export default {
  rule: 'mlx5-uctx-per-open',
  summary: 'All files that are open at a time share one user context.',
  devices: {
    mlx5: (setup, instance) => {
      let shared = 0;
      let files = 0;
      return createMlx5Device(setup, instance, {
        driver: {
          allocateUid: async (driver, capabilities) => {
            const uid = files === 0 ? await allocateUid(driver, capabilities) : ok(shared);
            if (uid.ok) shared = uid.value;
            if (uid.ok) files += 1;
            return uid;
          },
          releaseUid: async (driver, context) => {
            files -= 1;
            if (files === 0) await releaseUid(driver, context);
          },
        },
      });
    },
  },
} satisfies BrokenVariant;
