import { readU32 } from '../../../kit/formats/little-endian.js';
import { PDS_RPC } from '../../../kit/formats/pds/rpc.js';
import { refuse } from '../../../kit/result.js';
import type { Variant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

const RESERVED = [PDS_RPC.reserved, PDS_RPC.outReserved, PDS_RPC.outReserved + 4];

export default {
  summary: 'A request in which a reserved word is not zero fails with EINVAL.',
  devices: pdsWith({
    fwRpc: async (driver, scope, request, memory) =>
      RESERVED.every((word) => readU32(request, word) === 0) ? fwRpc(driver, scope, request, memory) : refuse('EINVAL'),
  }),
} satisfies Variant;
