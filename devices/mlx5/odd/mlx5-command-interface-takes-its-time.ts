import { setImmediate } from 'node:timers/promises';
import type { Variant } from '../../../reference-impl/variant.js';
import { commandDo } from '../driver/command-interface.js';
import { mlx5With } from '../mlx5-device.js';

export default {
  summary: 'Every command waits for its turn.',
  devices: mlx5With({
    driver: {
      commandDo: async (driver, request, response) => {
        await setImmediate();
        return commandDo(driver, request, response);
      },
    },
  }),
} satisfies Variant;
