/**
 * The two ioctls and the structures they take, as published for user space.
 * Source: include/uapi/fwctl/fwctl.h. Offsets and sizes are in bytes; words are in host byte order, little endian here.
 */

/** Requests are `_IO`: neither a size nor a direction is encoded. */
export const FWCTL_INFO = 0x9a00;
export const FWCTL_RPC = 0x9a01;

export const INFO_STRUCT = {
  length: 24,
  size: 0,
  flags: 4,
  outDeviceType: 8,
  deviceDataLen: 12,
  outDeviceData: 16,
} as const;

export const RPC_STRUCT = {
  length: 32,
  size: 0,
  scope: 4,
  inLen: 8,
  outLen: 12,
  in: 16,
  out: 24,
} as const;

/** The longest request and the longest response, in bytes. */
export const MAX_RPC_LENGTH = 2 * 1024 * 1024;

/** TAINT_FWCTL in the mask of /proc/sys/kernel/tainted. Source: include/linux/panic.h. */
export const TAINT_FWCTL_BIT = 19;

export const CAP_SYS_RAWIO = 'CAP_SYS_RAWIO';
