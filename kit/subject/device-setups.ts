import type { BnxtRelease } from '../formats/bnxt/arguments.js';
import type { Errno } from '../uapi/errno.js';

/**
 * The plain device: the smallest driver there can be, scripted by the scenario. It has no firmware protocol
 * of its own, so it serves the rules that every driver shares.
 */
export type PlainSetup = {
  readonly deviceType: number;
  /** What the info operation gives, or null when the driver has no info operation. */
  readonly info: Uint8Array | null;
  readonly infoErrno: Errno | null;
  readonly openErrno: Errno | null;
  readonly rpcErrno: Errno | null;
  /**
   * What fw_rpc answers: the request as it is; each of its bytes inverted, in a new buffer or in the
   * request's own; or fixed bytes of any length.
   */
  readonly response: 'the request' | 'inverted' | 'inverted in place' | Uint8Array;
};

export const PLAIN_SETUP: PlainSetup = {
  deviceType: 99,
  info: new Uint8Array([0xa1, 0xa2, 0xa3, 0xa4]),
  infoErrno: null,
  openErrno: null,
  rpcErrno: null,
  response: 'the request',
};

export const MLX5_FUNCTION_KINDS = ['physical', 'virtual', 'scalable'] as const;

/** An mlx5 function. */
export type Mlx5Setup = {
  /** The uctx_cap word of the HCA: which capabilities a user context may ask for. */
  readonly userContextCapabilities: number;
  readonly functionKind: (typeof MLX5_FUNCTION_KINDS)[number];
  /** The ids of the functions that this one may manage, such as its virtual functions. */
  readonly otherFunctions: readonly number[];
  /** How many commands the function takes at a time. */
  readonly commandSlots: number;
  /** For how many turns of its own the firmware works on a command; without any it answers at once. */
  readonly turnsPerCommand: number;
};

export const MLX5_SETUP: Mlx5Setup = {
  userContextCapabilities: 0x4,
  functionKind: 'physical',
  otherFunctions: [1, 2],
  commandSlots: 32,
  turnsPerCommand: 0,
};

/** A feature of a CXL memory device as its Supported Features entry tells it. Numbers are those of the CXL tables. */
export type CxlFeature = {
  readonly uuid: string;
  readonly getSize: number;
  readonly setSize: number;
  /** Bit 0 changeable, 4 persists across firmware update, 5 default selectable, 6 saved selectable. */
  readonly flags: number;
  readonly getVersion: number;
  readonly setVersion: number;
  readonly effects: number;
  readonly value: Uint8Array;
};

/** A CXL memory device. */
export type CxlSetup = {
  /** The Command Effects Log: which opcodes the device has. */
  readonly commands: readonly number[];
  /** The effects that the Command Effects Log gives for Set Feature; it gives none for the other commands. */
  readonly setFeatureEffects: number;
  readonly features: readonly CxlFeature[];
  /** The longest mailbox payload, in bytes. */
  readonly payloadSize: number;
};

export const CXL_SETUP: CxlSetup = { commands: [0x0500, 0x0501, 0x0502], setFeatureEffects: 0, features: [], payloadSize: 4096 };

/** A CXL component that is managed through a switch: the commands of its Command Effects Log beside those that each has, and what is behind its ports. */
export type CxlComponent = {
  /** They do nothing; one that announces a background operation takes its time for it. */
  readonly commands: readonly { readonly opcode: number; readonly effects: number }[];
  readonly components: readonly (CxlComponent & { readonly port: number })[];
};

/** How a kernel is configured: as that of any host, or as that of a BMC that manages the hosts at a switch. */
const CXL_SWITCH_KERNELS = ['host', 'BMC'] as const;

/** A CXL switch behind a driver that takes more commands than those for features. The host that it runs on has port 0 and virtual switch 0. */
export type CxlSwitchSetup = CxlComponent & {
  readonly kernel: (typeof CXL_SWITCH_KERNELS)[number];
  /** The kernel has a background command of its own, and runs it as soon as one of a caller is under way. */
  readonly kernelHasCommand: boolean;
};

export const CXL_SWITCH_SETUP: CxlSwitchSetup = { commands: [], components: [], kernel: 'host', kernelHasCommand: false };

/** A bnxt function, and the release of Linux of which its driver is; a kernel that is real has its own, whatever is asked for. */
export type BnxtSetup = { readonly linux: BnxtRelease };

export const BNXT_SETUP: BnxtSetup = { linux: '7.2' };

/** An operation of a pds endpoint: its number with the version in bits 16 to 23, and what the firmware says of it. */
export type PdsOperation = { readonly id: number; readonly attribute: number };

/** A pds function. */
export type PdsSetup = {
  /** The longest payload that the firmware takes, and gives; in bytes. */
  readonly maxRequest: number;
  readonly maxResponse: number;
  readonly endpoints: readonly { readonly id: number; readonly operations: readonly PdsOperation[] }[];
};

export const PDS_SETUP: PdsSetup = { maxRequest: 1024, maxResponse: 1024, endpoints: [] };

/** An NVMe controller. Effects are entries of its effects log pages, for commands and for setting features. */
export type NvmeSetup = {
  /** Vendor-specific admin commands, beside those that each of these controllers has. They do nothing. */
  readonly commands: readonly { readonly opcode: number; readonly effects: number }[];
  readonly features: readonly { readonly id: number; readonly effects: number; readonly value: number }[];
};

export const NVME_SETUP: NvmeSetup = { commands: [], features: [] };

/** A device of which all that the kit knows is its model file. */
export type ModelledSetup = Record<never, never>;

export type DeviceSetups = {
  plain: PlainSetup;
  mlx5: Mlx5Setup;
  cxl: CxlSetup;
  'cxl-switch': CxlSwitchSetup;
  bnxt: BnxtSetup;
  pds: PdsSetup;
  nvme: NvmeSetup;
  modelled: ModelledSetup;
};
export const DEVICE_PROFILES = [
  'plain',
  'mlx5',
  'cxl',
  'cxl-switch',
  'bnxt',
  'pds',
  'nvme',
  'modelled',
] as const satisfies readonly (keyof DeviceSetups)[];
export type DeviceProfile = keyof DeviceSetups;
