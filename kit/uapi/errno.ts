/** Errnos by name, with the numbers of asm-generic (x86, arm64, riscv). */
export const ERRNO_NUMBERS = {
  EPERM: 1,
  ENOENT: 2,
  EIO: 5,
  ENXIO: 6,
  E2BIG: 7,
  EBADF: 9,
  EAGAIN: 11,
  ENOMEM: 12,
  EACCES: 13,
  EFAULT: 14,
  EBUSY: 16,
  ENODEV: 19,
  EINVAL: 22,
  ENOTTY: 25,
  ENOMSG: 42,
  EBADR: 53,
  ENOLINK: 67,
  EBADMSG: 74,
  EMSGSIZE: 90,
  EOPNOTSUPP: 95,
  ETIMEDOUT: 110,
  EREMOTEIO: 121,
  ECANCELED: 125,
} as const;

export type Errno = keyof typeof ERRNO_NUMBERS;

export const ERRNOS = Object.keys(ERRNO_NUMBERS) as readonly Errno[];

export function isErrno(name: string): name is Errno {
  return Object.hasOwn(ERRNO_NUMBERS, name);
}
