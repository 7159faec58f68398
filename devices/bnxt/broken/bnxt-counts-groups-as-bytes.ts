import { bufferLength, LONGEST_BUFFER } from '../../../kit/formats/bnxt/buffers.js';
import { hwrmRequestType } from '../../../kit/formats/bnxt/hwrm.js';
import { HWRM_REQUEST_TYPES } from '../../../kit/formats/bnxt/request-types.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { checkBuffers } from '../driver/buffers.js';

/** Breaks bnxt-buffer-lengths. */
export default {
  rule: 'bnxt-buffer-lengths',
  summary: 'The limit of a buffer of groups counts what has two bytes as one.',
  devices: bnxtWith({
    checkBuffers: (request, kind) => {
      const isOfGroups = hwrmRequestType(request) === HWRM_REQUEST_TYPES.SCH_GRP_CFG && request.length === kind.length;
      const isWithin = kind.buffers.every((field) => bufferLength(request, field) <= 2 * LONGEST_BUFFER);
      return isOfGroups && isWithin ? null : checkBuffers(request, kind);
    },
  }),
} satisfies BrokenVariant;
