import { checkRpcLengths } from '../core/rpc.js';
import type { BrokenVariant } from '../variant.js';

const low = (length: number): number => (length === 0xffff_ffff ? length : length & 0xff_ffff);

export default {
  rule: 'rpc-length-limit',
  summary: 'Of a length, the low 24 bits are compared with the limit, unless all bits are set.',
  core: {
    checkRpcLengths: (core, inLength, outLength) => checkRpcLengths(core, low(inLength), low(outLength)),
  },
} satisfies BrokenVariant;
