import { scopeOfNumber } from '../../kit/uapi/scope.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'scope-unknown-refused',
  summary: 'Scope 255 is taken for configuration.',
  core: {
    scopeOfNumber: (number) => scopeOfNumber(number) ?? (number === 255 ? 'configuration' : undefined),
  },
} satisfies BrokenVariant;
