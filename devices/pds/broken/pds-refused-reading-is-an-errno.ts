import { readU32 } from '../../../kit/formats/little-endian.js';
import { PDS_RPC } from '../../../kit/formats/pds/rpc.js';
import { refuse } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { answerOf } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-retval. */
export default {
  rule: 'pds-retval',
  summary: 'A code other than 0 fails with EIO where data were to be read.',
  devices: pdsWith({
    answerOf: (request, completion) =>
      completion.code !== 0 && readU32(request, PDS_RPC.outLength) > 0 ? refuse('EIO') : answerOf(request, completion),
  }),
} satisfies BrokenVariant;
