import type { Mlx5Link } from '../link.js';
import type { CommandSlots } from './command-slots.js';
import type { Mlx5DriverParts } from './parts.js';
import type { UnderWay } from './under-way.js';

/** The driver bound to one function. */
export type Mlx5Driver = {
  readonly parts: Mlx5DriverParts;
  readonly link: Mlx5Link;
  /** The uctx_cap word of the function, as it was when the driver was bound. */
  readonly offeredCapabilities: number;
  readonly slots: CommandSlots;
  /** Opcodes that another driver in the kernel has taken over. */
  readonly claimed: Set<number>;
  /** What user space has under way, by opcode. */
  readonly underWay: UnderWay<number>;
};

/** What the driver keeps per open file. Source: drivers/fwctl/mlx5/main.c, struct mlx5ctl_uctx. */
export type Mlx5Context = { readonly uid: number; readonly capabilities: number };
