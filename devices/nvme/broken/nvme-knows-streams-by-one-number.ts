import { DIRECTIVE_RECEIVE } from '../../../kit/formats/nvme/dwords.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-no-resources. */
export default {
  rule: 'nvme-no-resources',
  summary: 'That streams are allocated is told by the operation, with no directive beside it.',
  devices: nvmeWith({
    driver: { scopeOfDirectiveReceive: ({ cdw11 }) => (cdw11 === DIRECTIVE_RECEIVE['allocate resources'] ? null : 'debug read only') },
  }),
} satisfies BrokenVariant;
