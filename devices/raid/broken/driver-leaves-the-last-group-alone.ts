import { decodeRaidRequest } from '../../../kit/formats/raid/messages.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { modelledRaidWith } from '../raid-device.js';

const LAST = 0xff;

/** Breaks driver-unknown-needs-full. */
export default {
  rule: 'driver-unknown-needs-full',
  summary: 'A command of the last group that a number has is left to the firmware.',
  devices: modelledRaidWith({
    driver: {
      fwRpc: async (driver, file, scope, request) => {
        const group = (decodeRaidRequest(request)?.opcode ?? 0) >>> 8;
        return group === LAST ? driver.link.send(request, file.owner) : fwRpc(driver, file, scope, request);
      },
    },
  }),
  model: 'raid',
} satisfies BrokenVariant;
