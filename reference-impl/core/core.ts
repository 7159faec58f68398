import type { Amendment, LockdownLevel, LogLine } from '../../kit/subject/operations.js';
import type { BlockEntry } from './block-list.js';
import type { FwctlDevice } from './device.js';
import type { IoctlEntry } from './ioctl.js';
import { MAX_DEVICES } from './numbering.js';
import { CORE_PARTS, type CoreParts } from './parts.js';

/** What the rest of the kernel keeps and fwctl touches. */
export type Kernel = {
  taint: number;
  readonly log: LogLine[];
  memoryPressure: boolean;
  lockdown: LockdownLevel | null;
  readonly blocked: BlockEntry[];
  readonly amended: Amendment[];
};

/** The fwctl core since it was loaded. */
export type Core = {
  readonly parts: CoreParts;
  readonly kernel: Kernel;
  readonly table: readonly IoctlEntry[];
  /** Devices that have a class entry and a node, by name. */
  readonly registered: Map<string, FwctlDevice>;
  /** By number, whether it is in use, also by devices that are gone while a file is still open. */
  readonly numbers: Uint8Array;
  /** Whether the one log line has been written; shared by all devices. */
  tainted: boolean;
};

/** A core as it is after boot. A broken subject brings the parts that differ; `growth` is by how many bytes structures are longer than today. */
export function createCore(changed: Partial<CoreParts> = {}, growth = 0): Core {
  const parts = { ...CORE_PARTS, ...changed };
  return {
    parts,
    kernel: { taint: 0, log: [], memoryPressure: false, lockdown: null, blocked: [], amended: [] },
    table: parts.ioctlTable(parts, growth),
    registered: new Map(),
    numbers: new Uint8Array(MAX_DEVICES),
    tainted: false,
  };
}
