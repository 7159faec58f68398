import { FWCTL_INFO, FWCTL_RPC, INFO_STRUCT, RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { SCOPE_NUMBERS } from '../../kit/uapi/scope.js';
import { type Content, MAPPED, type Mapping, type Placed, place } from './layout.js';
import { sampleRequest } from './sample-request.js';
import { zeroed } from './zeroed.js';

export const CALL_NAMES = ['FWCTL_INFO', 'FWCTL_RPC'] as const;
export type CallName = (typeof CALL_NAMES)[number];

/** What a caller is about to ask, field by field; every field may be wrong on purpose. */
export type CallDraft = {
  readonly name: CallName;
  readonly ioctl: number;
  /** What the size field says; the structure in memory is as long as the published one and `tail` together. */
  readonly size: number;
  readonly tail: Uint8Array;
  readonly structure: Mapping;
};

export type InfoDraft = CallDraft & {
  readonly name: 'FWCTL_INFO';
  readonly flags: number;
  readonly deviceType: number;
  readonly room: number;
  readonly data: Mapping;
};

export type RpcDraft = CallDraft & {
  readonly name: 'FWCTL_RPC';
  readonly scope: number;
  readonly request: Uint8Array;
  /** What in_len says. */
  readonly requestLength: number;
  readonly requestMemory: Mapping;
  /** What out_len says. */
  readonly room: number;
  readonly responseMemory: Mapping;
  /** The response is to be written over the request. */
  readonly inPlace: boolean;
  /** Further pieces of memory, which the request points into. */
  readonly payloads: readonly Placed[];
};

export type Draft = InfoDraft | RpcDraft;

/** Where further pieces of memory may be placed: behind those that every call has. */
export const FREE_SLOT = 3;

/** What a caller's buffers hold before a call, so that every written byte shows. */
const FILLER = 0x5a;
const SAMPLE_REQUEST_LENGTH = 32;
const SAMPLE_ROOM = 64;

export function infoDraft(changes: Partial<InfoDraft> = {}): InfoDraft {
  return {
    name: 'FWCTL_INFO',
    ioctl: FWCTL_INFO,
    size: INFO_STRUCT.length,
    tail: new Uint8Array(0),
    structure: MAPPED,
    flags: 0,
    deviceType: 0,
    room: SAMPLE_ROOM,
    data: MAPPED,
    ...changes,
  };
}

export function rpcDraft(changes: Partial<RpcDraft> = {}): RpcDraft {
  const request = changes.request ?? sampleRequest(SAMPLE_REQUEST_LENGTH);
  return {
    name: 'FWCTL_RPC',
    ioctl: FWCTL_RPC,
    size: RPC_STRUCT.length,
    tail: new Uint8Array(0),
    structure: MAPPED,
    scope: SCOPE_NUMBERS.configuration,
    request,
    requestLength: request.length,
    requestMemory: MAPPED,
    room: SAMPLE_ROOM,
    responseMemory: MAPPED,
    inPlace: false,
    payloads: [],
    ...changes,
  };
}

export function draftOf(name: CallName): Draft {
  return name === 'FWCTL_INFO' ? infoDraft() : rpcDraft();
}

/** The memory of one call: `data` is the info buffer or the response, `request` only exists for an RPC. */
export type LaidOut = {
  readonly structure: Placed;
  readonly data: Placed;
  readonly request: Placed | null;
  readonly payloads: readonly Placed[];
};

export function layOut(draft: Draft): LaidOut {
  return draft.name === 'FWCTL_INFO' ? layOutInfo(draft) : layOutRpc(draft);
}

function layOutInfo(draft: InfoDraft): LaidOut {
  const data = place('device data', 1, filler(draft.room), draft.data);
  const words = zeroed(INFO_STRUCT.length);
  const view = viewOf(words);
  view.setUint32(INFO_STRUCT.size, draft.size, true);
  view.setUint32(INFO_STRUCT.flags, draft.flags, true);
  view.setUint32(INFO_STRUCT.outDeviceType, draft.deviceType, true);
  view.setUint32(INFO_STRUCT.deviceDataLen, draft.room, true);
  view.setBigUint64(INFO_STRUCT.outDeviceData, BigInt(data.address), true);
  return { structure: placeStructure(words, draft), data, request: null, payloads: [] };
}

function layOutRpc(draft: RpcDraft): LaidOut {
  const request = place('request', 2, draft.request, draft.requestMemory);
  const data = draft.inPlace ? request : place('response', 1, filler(draft.room), draft.responseMemory);
  const words = zeroed(RPC_STRUCT.length);
  const view = viewOf(words);
  view.setUint32(RPC_STRUCT.size, draft.size, true);
  view.setUint32(RPC_STRUCT.scope, draft.scope, true);
  view.setUint32(RPC_STRUCT.inLen, draft.requestLength, true);
  view.setUint32(RPC_STRUCT.outLen, draft.room, true);
  view.setBigUint64(RPC_STRUCT.in, BigInt(request.address), true);
  view.setBigUint64(RPC_STRUCT.out, BigInt(data.address), true);
  return { structure: placeStructure(words, draft), data, request, payloads: draft.payloads };
}

function viewOf({ buffer, byteOffset, length }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, length);
}

function placeStructure(words: Uint8Array, draft: CallDraft): Placed {
  if (draft.tail.length === 0) return place('structure', 0, words, draft.structure);
  const whole = zeroed(words.length + draft.tail.length);
  whole.set(words);
  whole.set(draft.tail, words.length);
  return place('structure', 0, whole, draft.structure);
}

/** No caller maps more than a call could need; a length beyond that stays a number in the structure. */
const LARGEST_BUFFER = 0x40_0000;

function filler(length: number): Content {
  return { length: Math.min(length, LARGEST_BUFFER), filledWith: FILLER };
}

/** Whether a byte is still what every buffer is filled with before a call. */
export function isFiller(byte: number): boolean {
  return byte === FILLER;
}
