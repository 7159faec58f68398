import type { Disallowed } from '../model/model.js';
import type { Errno } from '../uapi/errno.js';
import type { Scope } from '../uapi/scope.js';
import type { DeviceProfile, DeviceSetups, PlainSetup } from './device-setups.js';
import type { Region } from './memory.js';

/** Processes, open files and devices are named by the kit, so that a subject never has to invent an id. */
export type CallerId = number;
export type FileId = number;
export type DeviceId = string;

export type CallOutcome = { readonly ok: true } | { readonly ok: false; readonly errno: Errno };

export type CallerRights = {
  /** Linux capabilities that are effective in the caller, by name. */
  readonly capabilities: readonly string[];
  /** A capability counts only if it is held in the initial user namespace. */
  readonly userNamespace: 'initial' | 'child';
};

export const DRIVER_OPERATIONS = ['open_uctx', 'close_uctx', 'info', 'fw_rpc'] as const;
export type DriverOperation = (typeof DRIVER_OPERATIONS)[number];

/** One call that the core made on a driver, in order; `context` numbers the user contexts of that device from 1. */
export type DriverCall = {
  readonly operation: DriverOperation;
  readonly context: number;
  /** Only for fw_rpc. */
  readonly scope?: Scope;
  /** Only for fw_rpc: what the driver was given to send. */
  readonly request?: Uint8Array;
};

/** What the firmware answered to the kernel; an errno when nothing came back. */
export type CommandOutcome = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly errno: Errno };

export type LogLine = { readonly level: string; readonly text: string };

/** An entry below /sys/class/fwctl. `parent` is where its `device` link leads. */
export type ClassEntry = {
  readonly name: string;
  readonly attributes: readonly string[];
  readonly parent: string;
  readonly deviceNumber: string;
};

/** A character device below /dev/fwctl. `mode` holds the permission bits. */
export type DeviceNode = {
  readonly path: string;
  readonly mode: number;
  readonly owner: string;
  readonly group: string;
  readonly deviceNumber: string;
};

/** What the firmware of one device received, in order, and what it holds now. */
export type FirmwareState = {
  readonly messages: readonly Uint8Array[];
  readonly contexts: readonly { readonly id: number; readonly capabilities: number }[];
  readonly objects: readonly { readonly id: number; readonly kind: string; readonly owner: number }[];
};

/** What the rest of the host has noticed of a device: which kind of behaviour it was, and what was seen. */
export type HostNotice = { readonly kind: Disallowed; readonly what: string };

/** How the next message to the firmware ends: refused by the firmware itself, or lost on the way with an errno. */
export type FirmwareFault =
  | { readonly kind: 'status'; readonly status: number; readonly syndrome: number }
  | { readonly kind: 'undelivered'; readonly errno: Errno };

export const RESETS = ['cold', 'conventional', 'cxl', 'function'] as const;
export type Reset = (typeof RESETS)[number];

/** What the kernel's lockdown keeps from root: to change the running kernel, or also to read from it. Source: enum lockdown_reason. */
export const LOCKDOWN_LEVELS = ['integrity', 'confidentiality'] as const;
export type LockdownLevel = (typeof LOCKDOWN_LEVELS)[number];

/** The releases of the firmware of a device, in their order. A device comes with the middle one. */
export const FIRMWARE_RELEASES = ['earlier', 'usual', 'later'] as const;
export type FirmwareRelease = (typeof FIRMWARE_RELEASES)[number];

/** RPCs of a type of device by how their requests begin. `releases` are those of the firmware that it is about, all when there are none. */
export type ListedCommand = {
  readonly deviceType: number;
  readonly beginning: Uint8Array;
  readonly releases: readonly FirmwareRelease[];
};

/** An entry of the kernel's list of what is blocked: some RPCs, all devices of a type, or one device. */
export type Blocked =
  | ({ readonly kind: 'command' } & ListedCommand)
  | { readonly kind: 'firmware'; readonly deviceType: number; readonly releases: readonly FirmwareRelease[] }
  | { readonly kind: 'device'; readonly device: DeviceId };

/** An entry of the kernel's list of what it amends: `bytes` take the place of those of the request from byte `at` on, counted from 0. */
export type Amendment = ListedCommand & { readonly at: number; readonly bytes: Uint8Array };

type Register = {
  [Profile in DeviceProfile]: { readonly device: DeviceId; readonly profile: Profile; readonly setup: DeviceSetups[Profile] };
}[DeviceProfile];

type Nothing = Record<never, never>;

/**
 * Everything the kit may ask of a subject: `takes` travels to the subject, `gives` comes back.
 *
 * Calls of a caller (open, ioctl, close, share, exit) may overlap: a second operation may be performed
 * while an earlier one has not come back.
 */
export type Operations = {
  /** A fresh kernel: no device, no process; no taint and an empty log, unless `mayBeTainted`: then nobody will look at these. */
  boot: { takes: { readonly mayBeTainted?: true }; gives: void };

  /** A fresh kernel as after `boot`, of the release after the one that is judged: structures of calls may have grown. */
  'boot-next-kernel': { takes: Nothing; gives: void };

  /** A new process; `name` is what the kernel knows it by (comm). */
  spawn: { takes: { readonly caller: CallerId; readonly name: string } & CallerRights; gives: void };
  'set-capabilities': { takes: { readonly caller: CallerId } & CallerRights; gives: void };
  /** The process ends and the kernel closes its files; comes back when they are closed. */
  exit: { takes: { readonly caller: CallerId; readonly how: 'exit' | 'kill' }; gives: void };
  open: {
    takes: { readonly caller: CallerId; readonly path: string; readonly mode: 'read-write' | 'read-only'; readonly file: FileId };
    gives: CallOutcome;
  };
  /**
   * `argument` is the address handed to the kernel; `memory` is all that the caller has mapped.
   * When the call has come back, the regions hold what user space would now read in them.
   */
  ioctl: {
    takes: {
      readonly caller: CallerId;
      readonly file: FileId;
      readonly request: number;
      readonly argument: number;
      readonly memory: readonly Region[];
    };
    gives: CallOutcome;
  };
  close: { takes: { readonly caller: CallerId; readonly file: FileId }; gives: CallOutcome };
  /** Another thread of the caller writes to memory that an ioctl of its, still under way, was given. */
  poke: { takes: { readonly caller: CallerId; readonly address: number; readonly bytes: Uint8Array }; gives: void };
  /** Another process gets the same open file, as over SCM_RIGHTS. */
  share: { takes: { readonly file: FileId; readonly from: CallerId; readonly to: CallerId }; gives: void };

  /** A device appears. `node` is its path below /dev, or null when its driver creates none. */
  register: { takes: Register; gives: { readonly node: string | null } };
  /** The device goes; comes back when the kernel has let go of the driver. */
  unregister: { takes: { readonly device: DeviceId }; gives: void };
  /** Changes how the plain device's driver behaves from now on. */
  'script-driver': { takes: { readonly device: DeviceId; readonly setup: Partial<PlainSetup> }; gives: void };
  /** The next such operation of the driver stops before it has done anything, until released. */
  hold: { takes: { readonly device: DeviceId; readonly operation: DriverOperation }; gives: void };
  /** Comes back when `count` operations of the device are being held. */
  'await-held': { takes: { readonly device: DeviceId; readonly count: number }; gives: void };
  /** Lets held operations go on, the one that was held first, first; all of them without a count. */
  release: { takes: { readonly device: DeviceId; readonly count?: number }; gives: void };
  'firmware-fault': { takes: { readonly device: DeviceId; readonly fault: FirmwareFault }; gives: void };
  reset: { takes: { readonly device: DeviceId; readonly reset: Reset }; gives: void };
  /** While it lasts, the kernel finds no memory for what a call needs. */
  'memory-pressure': { takes: { readonly on: boolean }; gives: void };
  /** The kernel is locked down to that level, until the next boot. */
  lockdown: { takes: { readonly level: LockdownLevel }; gives: void };
  /** A kernel driver beside fwctl gives the firmware the command that such an RPC holds, with its own authority. */
  'kernel-command': {
    takes: { readonly device: DeviceId; readonly request: Uint8Array; readonly room: number };
    gives: CommandOutcome;
  };
  /** A kernel driver takes over what such an RPC is for; comes back when nothing of fwctl is under way there any more. */
  'kernel-claim': { takes: { readonly device: DeviceId; readonly request: Uint8Array }; gives: void };
  /** The kernel blocks that, too, until the next boot. */
  block: { takes: { readonly entry: Blocked }; gives: void };
  /** The kernel amends that on its way to the driver, too, until the next boot. */
  amend: { takes: { readonly entry: Amendment }; gives: void };
  /** From now on the device runs that release of its firmware, as after a reset; open files stay open. */
  'run-firmware': { takes: { readonly device: DeviceId; readonly release: FirmwareRelease }; gives: void };
  /** The module of the device's driver is removed, as by rmmod; comes back when it is gone, or stays. */
  'remove-module': { takes: { readonly device: DeviceId }; gives: CallOutcome };

  /** The mask of /proc/sys/kernel/tainted. */
  'observe-taint': { takes: Nothing; gives: { readonly mask: number } };
  'observe-log': { takes: Nothing; gives: { readonly lines: readonly LogLine[] } };
  'observe-class': { takes: Nothing; gives: { readonly entries: readonly ClassEntry[] } };
  'observe-nodes': { takes: Nothing; gives: { readonly nodes: readonly DeviceNode[] } };
  'observe-driver': { takes: { readonly device: DeviceId }; gives: { readonly calls: readonly DriverCall[] } };
  /** `messages` are those from number `since` on, counted from 0, and all without it; `received` is how many there are in all. */
  'observe-firmware': {
    takes: { readonly device: DeviceId; readonly since?: number };
    gives: FirmwareState & { readonly received: number };
  };
  /** What the rest of the host has noticed since boot: other drivers, whoever owns its memory, other hosts. */
  'observe-host': { takes: Nothing; gives: { readonly notices: readonly HostNotice[] } };
};

export type OperationName = keyof Operations;
export type Operation<Name extends OperationName> = { readonly op: Name } & Operations[Name]['takes'];
export type Outcome<Name extends OperationName> = Operations[Name]['gives'];
