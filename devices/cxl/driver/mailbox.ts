import { decodeCciMessage, encodeCciRequest } from '../../../kit/formats/cxl/cci-message.js';
import { CXL_OPCODES, type CxlCommandName } from '../../../kit/formats/cxl/opcodes.js';
import { CXL_RETURN_CODES } from '../../../kit/formats/cxl/return-codes.js';
import { ok, type Result } from '../../../kit/result.js';
import type { Errno } from '../../../kit/uapi/errno.js';
import type { CxlLink } from '../link.js';

/** What the device answered to one command. */
export type Reply = { readonly returnCode: number; readonly payload: Uint8Array };

/** One command through the mailbox; an errno when it did not get through. */
export async function sendCommand(link: CxlLink, command: CxlCommandName, payload: Uint8Array): Promise<Result<Reply, Errno>> {
  const response = await link.execute(encodeCciRequest({ opcode: CXL_OPCODES[command], payload }));
  if (!response.ok) return response;
  const { returnCode, payload: data } = decodeCciMessage(response.value);
  return ok({ returnCode, payload: data });
}

/** What began in the background has begun well. Source: drivers/cxl/core/mbox.c, cxl_internal_send_cmd. */
export function isSuccess({ returnCode }: Reply): boolean {
  return returnCode === CXL_RETURN_CODES.Success || returnCode === CXL_RETURN_CODES['Background Command Started'];
}
