import { hasBuffers } from '../../../kit/formats/bnxt/buffers.js';
import { HWRM_REQUEST, hwrmRequestType } from '../../../kit/formats/bnxt/hwrm.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { leastScope, validateRpc } from '../driver/admission.js';
import type { BnxtDriver } from '../driver/parts.js';

function isQueryWithArguments(request: Uint8Array, { linux }: BnxtDriver): boolean {
  const type = hwrmRequestType(request);
  return request.length > HWRM_REQUEST.length && leastScope(type, linux) === 'debug read only' && !hasBuffers(type);
}

/** Breaks bnxt-scope1-table. */
export default {
  rule: 'bnxt-scope1-table',
  summary: 'The scope of a query that has arguments is not looked at.',
  devices: bnxtWith({
    validateRpc: (driver, request, scope) => validateRpc(driver, request, scope) || isQueryWithArguments(request, driver),
  }),
} satisfies BrokenVariant;
