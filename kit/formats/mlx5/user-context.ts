/** Capabilities that a firmware user context may hold. Source: include/linux/mlx5/mlx5_ifc.h and drivers/fwctl/mlx5/main.c. */
export const UCTX_CAPABILITIES = {
  RAW_TX: 0x1,
  INTERNAL_DEVICE_RESOURCES: 0x2,
  TOOLS_RESOURCES: 0x4,
  RDMA_CTRL: 0x8,
  RDMA_CTRL_OTHER_VHCA: 0x10,
} as const;
export type UctxCapabilityName = keyof typeof UCTX_CAPABILITIES;
export const UCTX_CAPABILITY_NAMES = Object.keys(UCTX_CAPABILITIES) as readonly UctxCapabilityName[];

/** Offsets and lengths in bytes. Source: include/linux/mlx5/mlx5_ifc.h, create_uctx and destroy_uctx. */
export const CREATE_UCTX = { inputLength: 64, capabilities: 16, outputLength: 16, uid: 10 } as const;
export const DESTROY_UCTX = { inputLength: 16, uid: 10, outputLength: 16 } as const;

/**
 * The device data of FWCTL_INFO: two words in host byte order, little endian here.
 * Source: include/uapi/fwctl/mlx5.h, struct fwctl_info_mlx5.
 */
export const MLX5_INFO = { length: 8, uid: 0, capabilities: 4 } as const;
