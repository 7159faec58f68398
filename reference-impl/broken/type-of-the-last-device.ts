import { deviceType } from '../core/device-type.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-type',
  summary: 'Every device tells the type of the one that was registered last.',
  core: {
    deviceType: (core, device) => deviceType(core, [...core.registered.values()].at(-1) ?? device),
  },
} satisfies BrokenVariant;
