import { filesToClose } from '../core/open-file.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-process-death',
  summary: 'Of the files of a process that ends, only the first is closed.',
  core: {
    filesToClose: (core, files) => filesToClose(core, files).slice(0, 1),
  },
} satisfies BrokenVariant;
