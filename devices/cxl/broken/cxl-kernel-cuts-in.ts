import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';

/** Breaks cxl-kernel-multipart-atomic. */
export default {
  rule: 'cxl-kernel-multipart-atomic',
  summary: 'A transfer of the kernel does not wait for one of user space.',
  devices: cxlWith({ driver: { kernelTurn: (_driver, transfer) => transfer() } }),
} satisfies BrokenVariant;
