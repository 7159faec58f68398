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
    openUctx: () => ok({ owner: nextOwner(driver), subscriptions: new Set() }),
    closeUctx: (file) => parts.endSubscriptions(driver, file),
    info: () => ok(parts.deviceInfo()),
    fwRpc: (file, scope, request) => parts.fwRpc(driver, file, scope, request),
  };
}

/** Each file is an owner of its own to the firmware. */
function nextOwner(driver: RaidDriver): number {
  driver.lastOwner += 1;
  return driver.lastOwner;
}
