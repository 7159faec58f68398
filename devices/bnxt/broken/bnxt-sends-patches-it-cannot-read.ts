import { hwrmRequestType } from '../../../kit/formats/bnxt/hwrm.js';
import { HWRM_REQUEST_TYPES } from '../../../kit/formats/bnxt/request-types.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { lendBuffers } from '../driver/buffers.js';

/** Breaks bnxt-buffer-unreadable. */
export default {
  rule: 'bnxt-buffer-unreadable',
  summary: 'FW_LIVEPATCH is sent without what it points to.',
  devices: bnxtWith({
    lendBuffers: (request, kind, memory) => {
      const isPatch = hwrmRequestType(request) === HWRM_REQUEST_TYPES.FW_LIVEPATCH;
      const read: typeof memory.read = (address, length) => memory.read(address, length) ?? (isPatch ? new Uint8Array(length) : null);
      return lendBuffers(request, kind, { ...memory, read });
    },
  }),
} satisfies BrokenVariant;
