import type { Scope } from '../../kit/uapi/scope.js';
import type { OpenFile } from '../core/open-file.js';
import { deliver } from '../core/rpc.js';
import type { BrokenVariant } from '../variant.js';

const labels = new WeakMap<OpenFile, Scope>();

export default {
  rule: 'scope-driver-gets-label',
  summary: 'The driver is told the scope of the first RPC that a file has sent.',
  core: {
    deliver: (core, command, scope, request, outLength) => {
      const label = labels.get(command.file) ?? scope;
      labels.set(command.file, label);
      return deliver(core, command, label, request, outLength);
    },
  },
} satisfies BrokenVariant;
