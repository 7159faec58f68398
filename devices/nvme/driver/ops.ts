import { NVME_DEVICE_TYPE } from '../../../kit/formats/nvme/rpc.js';
import { ok } from '../../../kit/result.js';
import { type FwctlOps, NO_CONTEXT } from '../../../reference-impl/driver-ops.js';
import type { NvmeLink } from '../link.js';
import { readEffectsLogs } from './effects-logs.js';
import type { NvmeDriver, NvmeDriverParts } from './parts.js';

/** A controller that does not say what its commands do gets no fwctl device. */
export async function bindDriver(parts: NvmeDriverParts, link: NvmeLink): Promise<NvmeDriver | null> {
  const logs = await readEffectsLogs(link);
  return logs && { parts, link, known: { logs }, claimed: new Set() };
}

/** The driver as the core sees it; it keeps nothing for an open file. */
export function nvmeOps(driver: NvmeDriver): FwctlOps<null> {
  const { parts } = driver;
  return {
    deviceType: NVME_DEVICE_TYPE,
    ...NO_CONTEXT,
    info: () => ok(parts.deviceInfo()),
    fwRpc: (_context, scope, request) => parts.fwRpc(driver, scope, request),
  };
}
