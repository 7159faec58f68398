import { HWRM_REQUEST_TYPES } from '../../../kit/formats/bnxt/request-types.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { leastScope } from '../driver/admission.js';

/** Breaks bnxt-buffer-scopes. */
export default {
  rule: 'bnxt-buffer-scopes',
  summary: 'The log of a port can be read in every scope.',
  devices: bnxtWith({
    leastScope: (type, linux) =>
      linux === '7.3' && type === HWRM_REQUEST_TYPES.PORT_EVENTS_LOG ? 'configuration' : leastScope(type, linux),
  }),
} satisfies BrokenVariant;
