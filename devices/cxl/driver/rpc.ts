import { CXL_RPC_IN, decodeCxlRpc } from '../../../kit/formats/cxl/fwctl-rpc.js';
import { ok, type Result, refuse } from '../../../kit/result.js';
import type { Errno } from '../../../kit/uapi/errno.js';
import type { Scope } from '../../../kit/uapi/scope.js';
import type { CxlDriver } from './driver.js';

/** One command of user space. Source: drivers/cxl/core/features.c, cxlctl_fw_rpc. */
export async function fwRpc(driver: CxlDriver, scope: Scope, request: Uint8Array, outLength: number): Promise<Result<Uint8Array, Errno>> {
  const { parts } = driver;
  if (!parts.isWholeRequest(request)) return refuse('EINVAL');
  const { opcode, opSize } = decodeCxlRpc(request);
  const payload = request.subarray(CXL_RPC_IN.payload, CXL_RPC_IN.payload + opSize);
  const command = parts.featureCommand(opcode);
  if (command === null || !parts.isAdmitted(driver, command, scope, payload)) return refuse('EINVAL');
  const outcome = await parts.runCommand[command](driver, payload, outLength);
  return outcome.ok ? ok(parts.packAnswer(outcome.value.returnCode, outcome.value.payload)) : outcome;
}

/** A request holds its header and as much as op_size counts; there may be more behind it. */
export function isWholeRequest(request: Uint8Array): boolean {
  return decodeCxlRpc(request).opSize <= request.length - CXL_RPC_IN.headerLength;
}
