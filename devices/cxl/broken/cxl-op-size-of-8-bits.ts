import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { isRightSize } from '../driver/op-size.js';

/** Breaks cxl-op-size-exact. */
export default {
  rule: 'cxl-op-size-exact',
  summary: 'Of op_size, the lowest byte is looked at when a feature is read.',
  devices: cxlWith({
    driver: { isRightSize: (command, opSize) => isRightSize(command, command === 'Get Feature' ? opSize & 0xff : opSize) },
  }),
} satisfies BrokenVariant;
