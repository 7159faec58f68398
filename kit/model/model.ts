import type { Errno } from '../uapi/errno.js';
import type { Scope } from '../uapi/scope.js';

/** The reference devices that have a model file of their own. */
export const SHIPPED_MODELS = ['mlx5', 'cxl', 'nvme', 'raid', 'bmc', 'hypervisor-function', 'vm-function'] as const;
export type ShippedModel = (typeof SHIPPED_MODELS)[number];

/** Those of devices that fwctl refuses, and that no run judges unless told to. */
export const UNFIT_MODELS = ['unfit/accelerator', 'unfit/queue-pairs', 'unfit/raw-pass-through'] as const;

/** A model file of the kit, by its folder below devices/. */
export type ModelName = ShippedModel | (typeof UNFIT_MODELS)[number];

/** The one that a run judges the reference by when nobody names another. */
export const USUAL_MODEL: ShippedModel = 'nvme';

/** What an RPC changes: nothing, something that takes effect at a reset, something that no driver or VM notices, or something at once. */
export const EFFECTS = ['none', 'at reset', 'transparent', 'immediate'] as const;
export type Effect = (typeof EFFECTS)[number];

/** Bytes as a model file writes them: hex digits, blanks wherever they help. */
export type ModelRequest = {
  readonly name: string;
  readonly request: string;
  /** How many bytes there is room for in the response. */
  readonly room: number;
};

/** An RPC that the vendor wants judged. */
export type ModelRpc = ModelRequest & {
  /** The least scope that admits it. */
  readonly scope: Scope;
  readonly effect: Effect;
  /** The name of the RPC whose answer shows what this one has changed. */
  readonly shownBy?: string;
};

/** What no scope may admit, and why. */
export type ForbiddenRpc = ModelRequest & { readonly because: string };

/**
 * What no RPC may do below full debug, as a model file names it. Sources: Documentation/userspace-api/fwctl/fwctl.rst,
 * Disallowed behavior; the review of the CXL feature commands for what shared devices do to other hosts.
 */
export const DISALLOWED = [
  'host memory',
  'hang',
  'untrusted code',
  'kernel objects',
  'kernel drivers',
  'data plane',
  'other devices',
  'other hosts',
] as const;
export type Disallowed = (typeof DISALLOWED)[number];

type Impossible = { readonly impossible: string };

/** The RPCs that would do it, or why the device has none. */
export type DisallowedRpcs = readonly ModelRequest[] | Impossible;

/** Bytes that only full debug may see, in hex digits. */
export type Secret = { readonly name: string; readonly bytes: string };

/** What the function that a device node stands for is. Source: Documentation/userspace-api/fwctl/fwctl.rst, Scope of Action. */
export const FUNCTION_KINDS = ['privileged', 'hypervisor', 'virtual machine'] as const;
export type FunctionKind = (typeof FUNCTION_KINDS)[number];

/** What lies beyond the function itself, as a model file names it. */
export const BEYOND = ['foreign', 'global'] as const;
export type Beyond = (typeof BEYOND)[number];

/** Which functions of the device the one behind the node reaches. */
export type Functions = {
  readonly kind: FunctionKind;
  /** The names of RPCs that reach a child of this function, or why there is no child. */
  readonly children: readonly string[] | Impossible;
  /** RPCs that would reach a function that is neither this one nor a child of it. */
  readonly foreign: DisallowedRpcs;
  /** RPCs that would change the state of the whole device; a privileged function may send them. */
  readonly global?: DisallowedRpcs;
  /** How an answer begins by which the firmware refuses, in hex digits; absent where the driver refuses with an errno. */
  readonly refusal?: string;
};

/** The security model of a device as its vendor describes it: fwctl-model.yaml. Source: Documentation/userspace-api/fwctl/fwctl.rst, Scope of Action. */
export type Model = {
  readonly name: string;
  readonly device: {
    /** enum fwctl_device_type. */
    readonly type: number;
    /** How long the device data of FWCTL_INFO is, in bytes. */
    readonly infoLength: number;
  };
  /** Errnos that the driver refuses an RPC with when its scope is too small. */
  readonly refusals: readonly Errno[];
  readonly rpcs: readonly ModelRpc[];
  readonly never: readonly ForbiddenRpc[];
  readonly disallowed?: { readonly [Behaviour in Disallowed]?: DisallowedRpcs };
  readonly functions?: Functions;
  /** What the device keeps to itself, or why there is nothing. */
  readonly secrets?: readonly Secret[] | Impossible;
};

/** The bytes that a model file's hex digits stand for. */
export function hexBytes(digits: string): Uint8Array {
  return new Uint8Array(Buffer.from(digits.replace(/\s/g, ''), 'hex'));
}

const readRequests = new WeakMap<ModelRequest, Uint8Array>();

/** The same bytes each time; nobody changes them. */
export function requestBytes(rpc: ModelRequest): Uint8Array {
  const bytes = readRequests.get(rpc) ?? hexBytes(rpc.request);
  readRequests.set(rpc, bytes);
  return bytes;
}

/** The RPCs that would do it; none where the device has none, or the model does not say. */
export function disallowedRpcs({ disallowed }: Model, behaviour: Disallowed): readonly ModelRequest[] {
  return namedRpcs(disallowed?.[behaviour]);
}

/** The same of what lies beyond the function. */
export function rpcsBeyond({ functions }: Model, beyond: Beyond): readonly ModelRequest[] {
  return namedRpcs(functions?.[beyond]);
}

function namedRpcs(rpcs: DisallowedRpcs = []): readonly ModelRequest[] {
  return 'impossible' in rpcs ? [] : rpcs;
}
