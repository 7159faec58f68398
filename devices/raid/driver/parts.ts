import type { RaidLink } from '../link.js';
import { leastScope, reaches, refusalErrno } from './admission.js';
import { deviceInfo } from './info.js';
import { fwRpc } from './rpc.js';

/** Every decision of the driver by name. A broken subject is this table with one entry replaced. */
export const RAID_DRIVER_PARTS = { deviceInfo, fwRpc, leastScope, reaches, refusalErrno };

export type RaidDriverParts = typeof RAID_DRIVER_PARTS;

/** The driver bound to one controller. */
export type RaidDriver = { readonly parts: RaidDriverParts; readonly link: RaidLink };
