import { isLastReference } from '../core/open-file.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-shared-file',
  summary: 'The first process that closes a shared file ends it for the others.',
  core: {
    isLastReference: (core, references, after) => (after === 'close' ? references.calls === 0 : isLastReference(core, references, after)),
  },
} satisfies BrokenVariant;
