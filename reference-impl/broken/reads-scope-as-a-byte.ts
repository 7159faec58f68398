import { admitScope } from '../core/scope.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'scope-unknown-refused',
  summary: 'The scope is taken from the low byte of its word, unless all bits are set.',
  core: {
    admitScope: (core, command, number) => admitScope(core, command, number === 0xffff_ffff ? number : number & 0xff),
  },
} satisfies BrokenVariant;
