import type { RaidLink } from '../link.js';
import { leastScope, reaches, refusalErrno } from './admission.js';
import { deviceInfo } from './info.js';
import { fwRpc } from './rpc.js';
import { endSubscriptions } from './subscriptions.js';

/** Every decision of the driver by name. A broken subject is this table with one entry replaced. */
export const RAID_DRIVER_PARTS = { deviceInfo, endSubscriptions, fwRpc, leastScope, reaches, refusalErrno };

export type RaidDriverParts = typeof RAID_DRIVER_PARTS;

/** What is kept for an open file: as whom the firmware knows it, and the subscriptions that were made through it. */
export type RaidFile = { readonly owner: number; readonly subscriptions: Set<number> };

/** The driver bound to one controller. `claimed` are opcodes that another driver of the kernel has taken over. */
export type RaidDriver = {
  readonly parts: RaidDriverParts;
  readonly link: RaidLink;
  readonly claimed: Set<number>;
  lastOwner: number;
};
