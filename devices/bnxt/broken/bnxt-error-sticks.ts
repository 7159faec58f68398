import { HWRM_RESPONSE, hwrmErrorCode } from '../../../kit/formats/bnxt/hwrm.js';
import { writeU16 } from '../../../kit/formats/little-endian.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import type { BnxtDriver } from '../driver/parts.js';
import { fwRpc } from '../driver/rpc.js';

const codes = new WeakMap<BnxtDriver, number>();

/** Breaks bnxt-error-in-response. */
export default {
  rule: 'bnxt-error-in-response',
  summary: 'What follows a request that the firmware refused has its error code, too.',
  devices: bnxtWith({
    fwRpc: (driver, scope, request, outLength, memory) => {
      const { responseOf } = driver.parts;
      const parts: BnxtDriver['parts'] = {
        ...driver.parts,
        responseOf: (answer, room) => {
          const code = codes.get(driver) || hwrmErrorCode(answer);
          codes.set(driver, code);
          writeU16(answer, HWRM_RESPONSE.errorCode, code);
          return responseOf(answer, room);
        },
      };
      return fwRpc({ ...driver, parts }, scope, request, outLength, memory);
    },
  }),
} satisfies BrokenVariant;
