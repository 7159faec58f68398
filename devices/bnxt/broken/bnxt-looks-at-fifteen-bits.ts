import { hasBuffers } from '../../../kit/formats/bnxt/buffers.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { leastScope } from '../driver/admission.js';

const UPPER = 0x8000;

/** Breaks bnxt-unlisted-refused. */
export default {
  rule: 'bnxt-unlisted-refused',
  summary: 'Types are told apart without their upper bit.',
  devices: bnxtWith({
    leastScope: (type, linux) =>
      leastScope(type, linux) ?? (hasBuffers(type) || hasBuffers(type ^ UPPER) ? null : leastScope(type ^ UPPER, linux)),
  }),
} satisfies BrokenVariant;
