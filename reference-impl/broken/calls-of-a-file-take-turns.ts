import type { OpenFile } from '../core/open-file.js';
import { deliver } from '../core/rpc.js';
import type { BrokenVariant } from '../variant.js';

const turns = new WeakMap<OpenFile, Promise<unknown>>();

export default {
  rule: 'rpc-concurrent',
  summary: 'The RPCs of one file wait for each other.',
  core: {
    deliver: async (core, command, scope, request, outLength) => {
      const { file } = command;
      const answer = (turns.get(file) ?? Promise.resolve()).then(() => deliver(core, command, scope, request, outLength));
      turns.set(file, answer);
      return answer;
    },
  },
} satisfies BrokenVariant;
