import { MLX5_INFO } from '../../../kit/formats/mlx5/user-context.js';
import type { Mlx5Context, Mlx5Driver } from './driver.js';

/** Who the caller is to the firmware. Source: drivers/fwctl/mlx5/main.c, mlx5ctl_info. */
export function deviceInfo(_driver: Mlx5Driver, context: Mlx5Context): Uint8Array {
  const data = new Uint8Array(MLX5_INFO.length);
  const view = new DataView(data.buffer);
  view.setUint32(MLX5_INFO.uid, context.uid, true);
  view.setUint32(MLX5_INFO.capabilities, context.capabilities, true);
  return data;
}
