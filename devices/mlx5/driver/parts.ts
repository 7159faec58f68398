import { leastScope, reaches, validateRpc } from './admission.js';
import { commandDo, commandExec, statusErrno } from './command-interface.js';
import { firstInLine } from './command-slots.js';
import { isFwctlSupported } from './function-gate.js';
import { deviceInfo } from './info.js';
import { claim, isClaimed } from './kernel-user.js';
import { checkCommand, checkLengths, checkRpc, fwRpc, responseBuffer, rpcErrno, stampUid } from './rpc.js';
import { allocateUid, openUctx, releaseUid, requestedCapabilities } from './user-context.js';

/** Every decision of the driver by name. A broken subject is this table with one entry replaced. */
export const MLX5_DRIVER_PARTS = {
  allocateUid,
  checkCommand,
  checkLengths,
  checkRpc,
  claim,
  commandDo,
  commandExec,
  deviceInfo,
  firstInLine,
  fwRpc,
  isClaimed,
  isFwctlSupported,
  leastScope,
  openUctx,
  reaches,
  releaseUid,
  requestedCapabilities,
  responseBuffer,
  rpcErrno,
  stampUid,
  statusErrno,
  validateRpc,
};

export type Mlx5DriverParts = typeof MLX5_DRIVER_PARTS;
