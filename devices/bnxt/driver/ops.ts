import { ok } from '../../../kit/result.js';
import { type FwctlOps, NO_CONTEXT } from '../../../reference-impl/driver-ops.js';
import type { BnxtDriver } from './parts.js';

/** The driver as the core sees it; it keeps nothing for an open file. Source: drivers/fwctl/bnxt/main.c, bnxtctl_ops. */
export function bnxtOps(driver: BnxtDriver): FwctlOps<null> {
  const { parts, linux } = driver;
  return {
    deviceType: parts.deviceType,
    ...NO_CONTEXT,
    info: () => ok(parts.deviceInfo(linux)),
    fwRpc: (_context, scope, request, outLength, memory) => parts.fwRpc(driver, scope, request, outLength, memory),
  };
}
