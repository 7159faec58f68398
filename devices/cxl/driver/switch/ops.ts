import { decodeCciMessage, encodeCciRequest } from '../../../../kit/formats/cxl/cci-message.js';
import { CXL_RPC_IN, decodeCxlRpc, encodeCxlRpcAnswer } from '../../../../kit/formats/cxl/fwctl-rpc.js';
import { CXL_RETURN_CODES } from '../../../../kit/formats/cxl/return-codes.js';
import { ok, type Result, refuse } from '../../../../kit/result.js';
import { DEVICE_TYPES } from '../../../../kit/uapi/device-type.js';
import type { Errno } from '../../../../kit/uapi/errno.js';
import type { Scope } from '../../../../kit/uapi/scope.js';
import { type FwctlOps, NO_CONTEXT } from '../../../../reference-impl/driver-ops.js';
import { reaches } from '../effects-scope.js';
import { isWholeRequest } from '../rpc.js';
import { awaitBackground } from './background.js';
import type { SwitchDriver } from './parts.js';

/** The driver as the core sees it. Requests and responses are those of a CXL memory device, and so is the device type. */
export function switchOps(driver: SwitchDriver): FwctlOps<null> {
  return { deviceType: DEVICE_TYPES.CXL, ...NO_CONTEXT, fwRpc: (_context, scope, request) => fwRpc(driver, scope, request) };
}

/** EINVAL for what is sent in no scope, and EPERM for what a greater scope would admit. */
async function fwRpc(driver: SwitchDriver, scope: Scope, request: Uint8Array): Promise<Result<Uint8Array, Errno>> {
  if (!isWholeRequest(request)) return refuse('EINVAL');
  const { opcode, opSize } = decodeCxlRpc(request);
  const command = { opcode, payload: request.slice(CXL_RPC_IN.payload, CXL_RPC_IN.payload + opSize) };
  const least = await driver.parts.leastScopeOf(driver, command);
  if (least === null) return refuse('EINVAL');
  if (!reaches(scope, least)) return refuse('EPERM');
  const response = await driver.link.execute(encodeCciRequest(command));
  if (!response.ok) return response;
  const { returnCode, payload } = decodeCciMessage(response.value);
  const outcome = returnCode === CXL_RETURN_CODES['Background Command Started'] ? await awaitBackground(driver) : ok(returnCode);
  return outcome.ok ? ok(encodeCxlRpcAnswer({ size: payload.length, returnCode: outcome.value, payload })) : outcome;
}
