import type { OpenFile } from '../core/open-file.js';
import { waitForCalls } from '../core/registration.js';
import { deliver } from '../core/rpc.js';
import type { BrokenVariant } from '../variant.js';

const used = new WeakSet<OpenFile>();

export default {
  rule: 'lifetime-unregister-does-not-wait-for-files',
  summary: 'Unregistering waits until every file that has been used is closed.',
  core: {
    deliver: async (core, command, scope, request, outLength) => {
      const answer = await deliver(core, command, scope, request, outLength);
      used.add(command.file);
      return answer;
    },
    waitForCalls: async (core, device) => {
      const waited = [...device.files].filter((file) => used.has(file));
      while (waited.some((file) => device.files.has(file))) await new Promise((turn) => setTimeout(turn, 1).unref());
      await waitForCalls(core, device);
    },
  },
} satisfies BrokenVariant;
