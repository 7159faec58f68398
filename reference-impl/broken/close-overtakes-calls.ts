import { isLastReference } from '../core/open-file.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-close-after-calls',
  summary: 'Closing a file ends its user context while a call is under way.',
  core: {
    isLastReference: (core, references, after) =>
      after === 'close' ? references.descriptors === 0 : isLastReference(core, references, after) && references.calls > 0,
  },
} satisfies BrokenVariant;
