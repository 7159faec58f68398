import { hasBuffers } from '../../../kit/formats/bnxt/buffers.js';
import { HWRM_REQUEST, hwrmRequestType } from '../../../kit/formats/bnxt/hwrm.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { leastScope, validateRpc } from '../driver/admission.js';
import type { BnxtDriver } from '../driver/parts.js';

function isUnlisted(request: Uint8Array, { linux }: BnxtDriver): boolean {
  const type = hwrmRequestType(request);
  return request.length > HWRM_REQUEST.length && leastScope(type, linux) === null && !hasBuffers(type);
}

/** Breaks bnxt-unlisted-refused. */
export default {
  rule: 'bnxt-unlisted-refused',
  summary: 'What is not in the table is sent when it has arguments, unless it has buffers.',
  devices: bnxtWith({ validateRpc: (driver, request, scope) => validateRpc(driver, request, scope) || isUnlisted(request, driver) }),
} satisfies BrokenVariant;
