import { hasBuffers } from '../../../kit/formats/bnxt/buffers.js';
import { requestTypeName } from '../../../kit/formats/bnxt/request-types.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { leastScope } from '../driver/admission.js';

function isQuery(type: number): boolean {
  return /_Q(CFG|CAPS|PORTCFG)$/.test(requestTypeName(type) ?? '');
}

/** Breaks bnxt-unlisted-refused. */
export default {
  rule: 'bnxt-unlisted-refused',
  summary: 'Read-only debug access is enough for whatever is called a query.',
  devices: bnxtWith({
    leastScope: (type, linux) => leastScope(type, linux) ?? (isQuery(type) && !hasBuffers(type) ? 'debug read only' : null),
  }),
} satisfies BrokenVariant;
