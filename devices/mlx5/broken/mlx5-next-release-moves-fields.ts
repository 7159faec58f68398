import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { plainBody } from '../firmware/plain-commands.js';
import { mlx5With } from '../mlx5-device.js';

const NEW_FIELD = new Uint8Array(4);

/** Breaks mlx5-tools-keep-working. */
export default {
  rule: 'mlx5-tools-keep-working',
  summary: 'The later release of the firmware has a new field ahead of the others.',
  devices: mlx5With({
    firmware: {
      plainBody: (opcode, release) => {
        const body = plainBody(opcode, release);
        return release === 'later' ? new Uint8Array([...NEW_FIELD, ...body]) : body;
      },
    },
  }),
} satisfies BrokenVariant;
