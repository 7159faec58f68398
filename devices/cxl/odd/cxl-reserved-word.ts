import type { Variant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';

export default {
  summary: 'FWCTL_INFO gives the reserved word that the documentation promises.',
  devices: cxlWith({ driver: { info: () => new Uint8Array(4) } }),
} satisfies Variant;
