import type { Region } from '../subject/memory.js';
import { FWCTL_INFO, FWCTL_RPC, INFO_STRUCT, RPC_STRUCT } from '../uapi/ioctl.js';
import { SCOPE_NUMBERS } from '../uapi/scope.js';

/** An ioctl with all that its caller has mapped for it. */
export type Call = { readonly request: number; readonly argument: number; readonly memory: readonly Region[] };

const STRUCTURE = 0x2000_0000_0000;
const REQUEST = STRUCTURE + 0x100_0000;
const RESPONSE = REQUEST + 0x100_0000;

/** FWCTL_INFO with room for `room` bytes; with none, the driver is not asked. */
export function infoCall(room: number): Call {
  const structure = new Uint8Array(INFO_STRUCT.length);
  const view = new DataView(structure.buffer);
  view.setUint32(INFO_STRUCT.size, INFO_STRUCT.length, true);
  view.setUint32(INFO_STRUCT.deviceDataLen, room, true);
  view.setBigUint64(INFO_STRUCT.outDeviceData, BigInt(RESPONSE), true);
  const memory = [region('structure', STRUCTURE, structure), region('device data', RESPONSE, filled(room))];
  return { request: FWCTL_INFO, argument: STRUCTURE, memory };
}

/** FWCTL_RPC with a request of `length` bytes and as much room; the request's region is longer by `behind` bytes. */
export function rpcCall(length: number, behind = 0): Call & { readonly requestEnd: number } {
  const structure = new Uint8Array(RPC_STRUCT.length);
  const view = new DataView(structure.buffer);
  view.setUint32(RPC_STRUCT.size, RPC_STRUCT.length, true);
  view.setUint32(RPC_STRUCT.scope, SCOPE_NUMBERS['debug write'], true);
  view.setUint32(RPC_STRUCT.inLen, length, true);
  view.setUint32(RPC_STRUCT.outLen, length, true);
  view.setBigUint64(RPC_STRUCT.in, BigInt(REQUEST), true);
  view.setBigUint64(RPC_STRUCT.out, BigInt(RESPONSE), true);
  const request = Uint8Array.from({ length: length + behind }, (_, index) => index & 0xff);
  const memory = [
    region('structure', STRUCTURE, structure),
    region('request', REQUEST, request),
    region('response', RESPONSE, filled(length)),
  ];
  return { request: FWCTL_RPC, argument: STRUCTURE, memory, requestEnd: REQUEST + length };
}

function filled(length: number): Uint8Array {
  return new Uint8Array(length).fill(0x5a);
}

function region(name: string, address: number, bytes: Uint8Array): Region {
  return { name, address, access: 'read-write', bytes };
}
