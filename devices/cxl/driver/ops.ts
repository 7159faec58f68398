import { ok } from '../../../kit/result.js';
import { DEVICE_TYPES } from '../../../kit/uapi/device-type.js';
import { type FwctlOps, NO_CONTEXT } from '../../../reference-impl/driver-ops.js';
import type { CxlDriver } from './driver.js';

/** The driver as the core sees it; it keeps nothing per open file. Source: drivers/cxl/core/features.c, cxlctl_ops. */
export function cxlOps(driver: CxlDriver): FwctlOps<null> {
  const { fwRpc, info } = driver.parts;
  return {
    deviceType: DEVICE_TYPES.CXL,
    ...NO_CONTEXT,
    fwRpc: (_context, scope, request, outLength) => fwRpc(driver, scope, request, outLength),
    ...(info && { info: () => ok(info()) }),
  };
}
