import { decodeCciMessage, encodeCciRequest } from '../../kit/formats/cxl/cci-message.js';
import { decodeCxlRpc } from '../../kit/formats/cxl/fwctl-rpc.js';
import { ok } from '../../kit/result.js';
import type { CxlDriverParts } from './driver/parts.js';
import { fwRpc } from './driver/rpc.js';

/** What broken subjects have in common that hand commands down which they should not: in the greatest scope, those opcodes go to the device as they are. */
export function passThrough(isPassed: (opcode: number) => boolean): Pick<CxlDriverParts, 'fwRpc'> {
  return {
    fwRpc: async (driver, scope, request, outLength) => {
      const { opcode, payload } = decodeCxlRpc(request);
      if (scope !== 'debug write full' || !isPassed(opcode)) return fwRpc(driver, scope, request, outLength);
      const response = await driver.link.execute(encodeCciRequest({ opcode, payload }));
      if (!response.ok) return response;
      const { returnCode, payload: data } = decodeCciMessage(response.value);
      return ok(driver.parts.packAnswer(returnCode, data));
    },
  };
}
