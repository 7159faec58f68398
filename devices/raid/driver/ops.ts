import { ok } from '../../../kit/result.js';
import type { FwctlOps } from '../../../reference-impl/driver-ops.js';
import type { RaidDriver, RaidFile } from './parts.js';

/** Beyond those that the kernel has numbers for: no mainline driver is of this type. */
const DEVICE_TYPE = 250;

/** The driver as the core sees it. */
export function raidOps(driver: RaidDriver): FwctlOps<RaidFile> {
  const { parts } = driver;
  return {
    deviceType: DEVICE_TYPE,
    openUctx: () => ok({ subscriptions: [] }),
    closeUctx: (file) => parts.endSubscriptions(driver, file),
    info: () => ok(parts.deviceInfo()),
    fwRpc: (file, scope, request) => parts.fwRpc(driver, file, scope, request),
  };
}
