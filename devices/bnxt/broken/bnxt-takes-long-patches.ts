import { hwrmRequestType } from '../../../kit/formats/bnxt/hwrm.js';
import { HWRM_REQUEST_TYPES } from '../../../kit/formats/bnxt/request-types.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { checkBuffers } from '../driver/buffers.js';

/** Breaks bnxt-buffer-lengths. */
export default {
  rule: 'bnxt-buffer-lengths',
  summary: 'FW_LIVEPATCH may be longer than its structure.',
  devices: bnxtWith({
    checkBuffers: (request, kind) =>
      checkBuffers(request, {
        ...kind,
        length: hwrmRequestType(request) === HWRM_REQUEST_TYPES.FW_LIVEPATCH ? Math.max(kind.length, request.length) : kind.length,
      }),
  }),
} satisfies BrokenVariant;
