import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-payload-to-caller. */
export default {
  rule: 'pds-payload-to-caller',
  summary: 'Behind what the firmware answered the memory of the caller stays as it was.',
  devices: pdsWith({
    writePayload: (memory, { outPayload, outLength }, { data }) => {
      const before = memory.read(outPayload, outLength);
      if (before === null) return false;
      before.set(data.subarray(0, outLength));
      return memory.write(outPayload, before);
    },
  }),
} satisfies BrokenVariant;
