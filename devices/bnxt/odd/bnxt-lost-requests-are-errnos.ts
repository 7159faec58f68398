import { refuse } from '../../../kit/result.js';
import type { Variant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';

export default {
  summary: 'A request that gets lost fails the call with the errno.',
  devices: bnxtWith({ lostResponse: (errno) => refuse(errno) }),
} satisfies Variant;
