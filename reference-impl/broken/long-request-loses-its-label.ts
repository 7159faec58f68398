import { deliver } from '../core/rpc.js';
import type { BrokenVariant } from '../variant.js';

const PAGE = 4096;

export default {
  rule: 'scope-driver-gets-label',
  summary: 'A request longer than a page is handed to the driver as configuration.',
  core: {
    deliver: (core, command, scope, request, outLength) =>
      deliver(core, command, request.length > PAGE ? 'configuration' : scope, request, outLength),
  },
} satisfies BrokenVariant;
