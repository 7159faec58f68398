/** Device types of FWCTL_INFO. Source: include/uapi/fwctl/fwctl.h, enum fwctl_device_type. */
export const DEVICE_TYPES = { ERROR: 0, MLX5: 1, CXL: 2, BNXT: 3, PDS: 4 } as const;
