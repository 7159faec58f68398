import { hwrmRequestType } from '../../../kit/formats/bnxt/hwrm.js';
import { HWRM_REQUEST_TYPES } from '../../../kit/formats/bnxt/request-types.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { lendBuffers } from '../driver/buffers.js';

/** Breaks bnxt-buffer-addresses. */
export default {
  rule: 'bnxt-buffer-addresses',
  summary: 'The firmware gets the address that the caller wrote into FW_LIVEPATCH.',
  devices: bnxtWith({
    lendBuffers: (request, kind, memory) => {
      const lent = lendBuffers(request, kind, memory);
      return lent !== null && hwrmRequestType(request) === HWRM_REQUEST_TYPES.FW_LIVEPATCH ? request : lent;
    },
  }),
} satisfies BrokenVariant;
