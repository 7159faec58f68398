import type { Variant } from '../../../reference-impl/variant.js';
import { cxlSwitchWith } from '../switch-device.js';

export default {
  summary: 'A command that the driver of a switch does not know is sent in no scope.',
  devices: cxlSwitchWith({ unknownScope: () => null }),
} satisfies Variant;
