import { CXL_RETURN_CODES, type CxlReturnCodeName } from '../../../kit/formats/cxl/return-codes.js';

/** What a command comes to: a return code, and a payload when that is Success. */
export type Answer = { readonly returnCode: number; readonly payload: Uint8Array };

const NOTHING = new Uint8Array(0);

export function done(payload: Uint8Array = NOTHING): Answer {
  return { returnCode: CXL_RETURN_CODES.Success, payload };
}

export function failed(name: Exclude<CxlReturnCodeName, 'Success'>): Answer {
  return { returnCode: CXL_RETURN_CODES[name], payload: NOTHING };
}
