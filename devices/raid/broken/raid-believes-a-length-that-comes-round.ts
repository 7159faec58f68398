import { readU32 } from '../../../kit/formats/little-endian.js';
import { encodeRaidResponse, RAID_REQUEST } from '../../../kit/formats/raid/messages.js';
import { ok } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { modelledRaidWith } from '../raid-device.js';

/** Breaks lockdown-no-host-memory. */
export default {
  rule: 'lockdown-no-host-memory',
  summary: 'Header and payload are added up in 32 bits, so that a payload of almost 4 GiB seems to be there.',
  devices: modelledRaidWith({
    driver: {
      fwRpc: async (driver, file, scope, request) => {
        const told = request.length < RAID_REQUEST.length ? 0 : readU32(request, RAID_REQUEST.payloadLength);
        const isBelieved = (RAID_REQUEST.length + told) >>> 0 <= request.length;
        const isWrong = told > request.length;
        return isBelieved && isWrong ? ok(encodeRaidResponse(0, new Uint8Array(0))) : fwRpc(driver, file, scope, request);
      },
    },
  }),
  model: 'raid',
} satisfies BrokenVariant;
