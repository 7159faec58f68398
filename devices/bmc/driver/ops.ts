import { ok } from '../../../kit/result.js';
import { type FwctlOps, NO_CONTEXT } from '../../../reference-impl/driver-ops.js';
import type { BmcDriver } from './parts.js';

/** Beyond those that the kernel has numbers for: no mainline driver is of this type. */
const DEVICE_TYPE = 251;

/** The driver as the core sees it; it keeps nothing for an open file. */
export function bmcOps(driver: BmcDriver): FwctlOps<null> {
  const { parts } = driver;
  return {
    deviceType: DEVICE_TYPE,
    ...NO_CONTEXT,
    info: () => ok(parts.deviceInfo()),
    fwRpc: (_context, scope, request) => parts.fwRpc(driver, scope, request),
  };
}
