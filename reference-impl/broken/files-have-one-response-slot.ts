import { ok } from '../../kit/result.js';
import type { OpenFile } from '../core/open-file.js';
import { deliver } from '../core/rpc.js';
import type { BrokenVariant } from '../variant.js';

const slots = new WeakMap<OpenFile, Uint8Array>();

export default {
  rule: 'rpc-concurrent',
  summary: 'Calls of one plain device and one file that are under way together get the answer that came last.',
  core: {
    deliver: async (core, command, scope, request, outLength) => {
      const answer = await deliver(core, command, scope, request, outLength);
      if (!answer.ok || !command.file.device.parent.startsWith('platform/plain')) return answer;
      slots.set(command.file, answer.value);
      await new Promise((turn) => setImmediate(turn));
      return ok(slots.get(command.file) ?? answer.value);
    },
  },
} satisfies BrokenVariant;
