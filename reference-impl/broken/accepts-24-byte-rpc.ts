import { INFO_STRUCT } from '../../kit/uapi/ioctl.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-size-too-small',
  summary: 'Any structure that would do for FWCTL_INFO is long enough.',
  core: {
    checkUserSize: (_core, _entry, userSize) => (userSize < INFO_STRUCT.length ? 'EINVAL' : null),
  },
} satisfies BrokenVariant;
