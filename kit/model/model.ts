import type { Errno } from '../uapi/errno.js';
import type { Scope } from '../uapi/scope.js';

/** The reference devices that have a model file of their own. */
export const SHIPPED_MODELS = ['mlx5', 'cxl', 'nvme', 'raid', 'bmc', 'hypervisor-function', 'vm-function'] as const;
export type ShippedModel = (typeof SHIPPED_MODELS)[number];

/** Those of subjects that must fail, and that no run judges unless told to. */
export const FAILING_MODELS = ['broken/undescribed', 'unfit/accelerator', 'unfit/queue-pairs', 'unfit/raw-pass-through'] as const;

/** Those of subjects that are unusual and conform, and that no run judges either. */
export const ODD_MODELS = ['odd/register', 'odd/settings'] as const;

/** A model file of the kit, by its folder below devices/. */
export type ModelName = ShippedModel | (typeof FAILING_MODELS)[number] | (typeof ODD_MODELS)[number];

/** The one that a run judges the reference by when nobody names another. */
export const USUAL_MODEL: ShippedModel = 'nvme';

/** What an RPC changes: nothing, something that takes effect at a reset, something that no driver or VM notices, or something at once. */
const EFFECTS = ['none', 'at reset', 'transparent', 'immediate'] as const;
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
  /** The name of the RPC whose answer shows what this one has changed, or of all that do. */
  readonly shownBy?: string | readonly string[];
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

/** Why there is no such thing. */
export type Impossible = { readonly impossible: string };

/** The RPCs that would do it, or why the device has none. */
export type DisallowedRpcs = readonly ModelRequest[] | Impossible;

/** Bytes that only full debug may see, in hex digits. */
export type Secret = { readonly name: string; readonly bytes: string };

/** An RPC that the driver delivers and that the firmware does not carry out; `status` is how its answer begins, in hex digits. */
export type FailingRpc = ModelRequest & { readonly scope: Scope; readonly status: string };

/** Bytes of the answer to an allocation by which the firmware knows what was taken: where they begin there, and in a request for it. */
export type Handle = { readonly inAnswer: number; readonly inRequest: number; readonly length: number };

/** What only its holder may do with what was taken: use it, or end it. */
export type HolderRpc = ModelRequest & {
  /** A scope in which the driver delivers it. */
  readonly scope: Scope;
  /** How an answer begins by which the firmware refuses, in hex digits; absent where the driver refuses with an errno. */
  readonly refusal?: string;
  /** Absent where the request says by itself what it is for. */
  readonly handle?: Handle;
};

/** Where in an answer something is told; in bytes. */
export type Place = { readonly at: number; readonly length: number };

/**
 * An RPC that would take something of the firmware for whoever sends it; `shownBy` names the one whose answer shows what is
 * taken, and `shownAt` where, when the rest of the answer tells something else.
 */
export type AllocatingRpc = ModelRequest & {
  readonly shownBy: string;
  readonly shownAt?: Place;
  readonly usedBy?: readonly HolderRpc[];
};

/** An RPC to which the firmware gives no answer; `within` is how many seconds the driver then takes at most. */
export type UnansweredRpc = ModelRequest & { readonly scope: Scope; readonly within: number };

/** What a tool in use sends, by the name of an RPC, and the answer that it knows: hex digits, and two dots for a byte that it does not look at. */
export type Tool = { readonly name: string; readonly rpc: string; readonly answer: string };

/** The releases of the firmware that there may be beside the one that a device comes with. */
export const OTHER_RELEASES = ['earlier', 'later'] as const;
export type OtherRelease = (typeof OTHER_RELEASES)[number];

/** RPCs that the driver hands down with their scope, and that the firmware judges by it; `refusal` is how an answer begins by which it refuses. */
export type JudgedByFirmware = {
  readonly refusal: string;
  readonly rpcs: readonly (ModelRequest & {
    /** The least scope in which the firmware carries it out. */
    readonly scope: Scope;
  })[];
};

/** What the function that a device node stands for is. Source: Documentation/userspace-api/fwctl/fwctl.rst, Scope of Action. */
const FUNCTION_KINDS = ['privileged', 'hypervisor', 'virtual machine'] as const;
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
  /** Where the security model is described in words. */
  readonly described?: string;
  /** What the firmware answers with a status that is no success, or why it has none. */
  readonly statuses?: readonly FailingRpc[] | Impossible;
  /** Where the subject has a model of the host around the device, which notices what goes beyond it. */
  readonly host?: 'watches';
  /** What would be kept for the sender, or why nothing is. */
  readonly allocations?: readonly AllocatingRpc[] | Impossible;
  /** To what the firmware gives no answer, or why it always does. */
  readonly unanswered?: readonly UnansweredRpc[] | Impossible;
  /** Commands of which the driver does not know what they do, or why it knows them all. */
  readonly unknown?: DisallowedRpcs;
  /** Without it the driver judges all of them. */
  readonly judgedByFirmware?: JudgedByFirmware;
  readonly disallowed?: { readonly [Behaviour in Disallowed]?: DisallowedRpcs };
  readonly functions?: Functions;
  /** What the device keeps to itself, or why there is nothing. */
  readonly secrets?: readonly Secret[] | Impossible;
  /** What tools in use rely on, or why there is no such tool. */
  readonly tools?: readonly Tool[] | Impossible;
  /** The releases of the firmware that the subject can put on the device; none where it is left out. */
  readonly releases?: readonly OtherRelease[];
};

/** The bytes that a model file's hex digits stand for. */
export function hexBytes(digits: string): Uint8Array {
  return new Uint8Array(Buffer.from(digits.replace(/\s/g, ''), 'hex'));
}

/** The bytes that a tool knows of its answer; null for one that it does not look at. */
export function knownBytes({ answer }: Tool): readonly (number | null)[] {
  return (answer.match(/\.\.|[0-9a-f]{2}/gi) ?? []).map((pair) => (pair === '..' ? null : Number.parseInt(pair, 16)));
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
  return namedItems(disallowed?.[behaviour]);
}

/** The same of what lies beyond the function. */
export function rpcsBeyond({ functions }: Model, beyond: Beyond): readonly ModelRequest[] {
  return namedItems(functions?.[beyond]);
}

/** The names of all RPCs whose answers show it. */
export function witnessNames({ shownBy = [] }: Pick<ModelRpc, 'shownBy'>): readonly string[] {
  return typeof shownBy === 'string' ? [shownBy] : shownBy;
}

/** Items that a model file lists, none where it says that there are none, or does not say. */
export function namedItems<Item>(items: readonly Item[] | Impossible = []): readonly Item[] {
  return 'impossible' in items ? [] : items;
}
