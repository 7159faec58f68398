import type { CciRequest } from '../../../kit/formats/cxl/cci-message.js';
import type { CxlReturnCodeName } from '../../../kit/formats/cxl/return-codes.js';

/** One command as it arrived. */
export type Command = CciRequest;

/** What a command comes to. A refused one has no payload. */
export type Answer = { readonly returnCode: CxlReturnCodeName; readonly payload: Uint8Array };

export type Refusal = Exclude<CxlReturnCodeName, 'Success' | 'Background Command Started'>;

const NOTHING = new Uint8Array(0);

export function done(payload: Uint8Array = NOTHING): Answer {
  return { returnCode: 'Success', payload };
}

export function failed(returnCode: Refusal): Answer {
  return { returnCode, payload: NOTHING };
}

/** The command goes on in the background. */
export function started(): Answer {
  return { returnCode: 'Background Command Started', payload: NOTHING };
}
