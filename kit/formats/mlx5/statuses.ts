import { nameOf } from '../name-of.js';

/** What the firmware says of a delivered command, in the first byte of its response. Source: include/linux/mlx5/device.h, MLX5_CMD_STAT. */
export const MLX5_STATUSES = {
  OK: 0x00,
  INT_ERR: 0x01,
  BAD_OP: 0x02,
  BAD_PARAM: 0x03,
  BAD_SYS_STATE: 0x04,
  BAD_RES: 0x05,
  RES_BUSY: 0x06,
  NOT_READY: 0x07,
  LIM_ERR: 0x08,
  BAD_RES_STATE: 0x09,
  IX: 0x0a,
  NO_RES: 0x0f,
  BAD_QP_STATE: 0x10,
  BAD_PKT: 0x30,
  BAD_SIZE_OUTS_CQES: 0x40,
  BAD_INP_LEN: 0x50,
  BAD_OUTP_LEN: 0x51,
} as const;

export type Mlx5StatusName = keyof typeof MLX5_STATUSES;

export const MLX5_STATUS_NAMES = Object.keys(MLX5_STATUSES) as readonly Mlx5StatusName[];

export function statusName(status: number): Mlx5StatusName | undefined {
  return nameOf(MLX5_STATUSES, status);
}
