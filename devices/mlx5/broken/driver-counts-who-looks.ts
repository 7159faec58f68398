import { MLX5_COMMANDS } from '../../../kit/formats/mlx5/commands.js';
import { MLX5_RESPONSE, requestHeader } from '../../../kit/formats/mlx5/mailbox.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { commandDo } from '../driver/command-interface.js';
import { modelledWith } from '../mlx5-device.js';

/** Breaks driver-reading-changes-nothing. */
export default {
  rule: 'driver-reading-changes-nothing',
  summary: 'Looking at the pages changes what the interface step is.',
  devices: modelledWith(() => {
    let looked = 0;
    return {
      driver: {
        commandDo: async (driver, request, response) => {
          const errno = await commandDo(driver, request, response);
          const { opcode } = requestHeader(request);
          if (opcode === MLX5_COMMANDS.QUERY_PAGES) looked += 1;
          if (opcode === MLX5_COMMANDS.QUERY_ISSI) response[MLX5_RESPONSE.length] = looked;
          return errno;
        },
      },
    };
  }),
  model: 'mlx5',
} satisfies BrokenVariant;
