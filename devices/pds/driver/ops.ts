import { ok } from '../../../kit/result.js';
import { type FwctlOps, NO_CONTEXT } from '../../../reference-impl/driver-ops.js';
import type { PdsDriver } from './parts.js';

/** The driver as the core sees it; it keeps nothing for an open file. Source: drivers/fwctl/pds/main.c, pdsfc_ops. */
export function pdsOps(driver: PdsDriver): FwctlOps<null> {
  const { parts } = driver;
  return {
    deviceType: parts.deviceType,
    ...NO_CONTEXT,
    info: () => ok(parts.deviceInfo()),
    fwRpc: (_context, scope, request, _outLength, memory) => parts.fwRpc(driver, scope, request, memory),
  };
}
