import type { Variant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';

export default {
  summary: 'The device data of FWCTL_INFO is four bytes, all zero.',
  devices: cxlWith({ driver: { info: () => new Uint8Array(4) } }),
} satisfies Variant;
