import { deliver } from '../core/rpc.js';
import type { Variant } from '../variant.js';

export default {
  summary: 'The driver works on a copy of the request, and nothing of the core is in its hands.',
  core: {
    deliver: (core, command, scope, request, outLength) => deliver(core, command, scope, Buffer.from(request), outLength),
  },
} satisfies Variant;
