import { ok } from '../../../kit/result.js';
import { DEVICE_TYPES } from '../../../kit/uapi/device-type.js';
import type { FwctlOps } from '../../../reference-impl/driver-ops.js';
import type { Mlx5Context, Mlx5Driver } from './driver.js';

/** The driver as the core sees it. Source: drivers/fwctl/mlx5/main.c, mlx5ctl_ops. */
export function mlx5Ops(driver: Mlx5Driver): FwctlOps<Mlx5Context> {
  const { parts } = driver;
  return {
    deviceType: DEVICE_TYPES.MLX5,
    openUctx: () => parts.openUctx(driver),
    closeUctx: (context) => parts.releaseUid(driver, context),
    info: (context) => ok(parts.deviceInfo(driver, context)),
    fwRpc: (context, scope, request, outLength) => parts.fwRpc(driver, context, scope, request, outLength),
  };
}
