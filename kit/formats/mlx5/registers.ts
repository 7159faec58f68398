/** ACCESS_REG and ACCESS_REGISTER_USER; offsets in bytes. Source: include/linux/mlx5/mlx5_ifc.h, access_register. */
export const ACCESS_REGISTER = { opMod: { WRITE: 0, READ: 1 }, registerId: 10, argument: 12, data: 16 } as const;

/** Some registers of the PRM: their numbers, and their lengths in bytes. */
export const MLX5_REGISTERS = {
  PMLP: { id: 0x5002, length: 64 },
  PAOS: { id: 0x5006, length: 16 },
  NODE_DESC: { id: 0x6001, length: 64 },
  MGIR: { id: 0x9020, length: 160 },
} as const;

export type Mlx5RegisterName = keyof typeof MLX5_REGISTERS;
