import { CXL_RPC_OUT, encodeCxlRpcAnswer } from '../../../kit/formats/cxl/fwctl-rpc.js';
import { CXL_RETURN_CODES } from '../../../kit/formats/cxl/return-codes.js';
import { ok, type Result, refuse } from '../../../kit/result.js';
import type { Errno } from '../../../kit/uapi/errno.js';

/** What a command comes to before it is packed for user space. */
export type Outcome = Result<{ readonly returnCode: number; readonly payload: Uint8Array }, Errno>;

const NOTHING = new Uint8Array(0);

export function succeeded(payload: Uint8Array = NOTHING): Outcome {
  return ok({ returnCode: CXL_RETURN_CODES.Success, payload });
}

/** What the device says of a failure travels in the response: the call succeeds, and there is no data. */
export function deviceError(returnCode: number): Outcome {
  return ok({ returnCode, payload: NOTHING });
}

/** What did not get through fails the call, as include/uapi/fwctl/fwctl.h asks; Linux 7.2 says success here. */
export function undelivered(errno: Errno): Outcome {
  return refuse(errno);
}

/** Linux counts the header twice when it says how long a response is; what it counts too much is zero. */
const SLACK = CXL_RPC_OUT.headerLength;

export function packAnswer(returnCode: number, payload: Uint8Array): Uint8Array {
  const answer = encodeCxlRpcAnswer({ size: payload.length, returnCode, payload });
  const response = new Uint8Array(answer.length + SLACK);
  response.set(answer);
  return response;
}
