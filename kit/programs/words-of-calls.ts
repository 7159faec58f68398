import { type Draft, draftOf, type InfoDraft, infoDraft, type RpcDraft, rpcDraft } from '../../steps/support/call-draft.js';
import type { Mapping } from '../../steps/support/layout.js';
import { SCOPES } from '../uapi/scope.js';

export function bytes(count: number): string {
  return `${count} byte${count === 1 ? '' : 's'}`;
}

/** The steps that build up the call, from a well-formed one. */
export function wordsOfDraft(draft: Draft): readonly string[] {
  const own = draft.name === 'FWCTL_INFO' ? wordsOfInfo(draft, infoDraft()) : wordsOfRpc(draft, rpcDraft());
  return [`a well-formed ${draft.name} call`, ...wordsOfStructure(draft), ...own];
}

function wordsOfStructure({ name, ioctl, size, tail, structure }: Draft): readonly string[] {
  const usual = draftOf(name);
  const dirty = tail.findIndex((byte) => byte !== 0) + 1;
  return [
    ...(ioctl === usual.ioctl ? [] : [`its ioctl number is 0x${ioctl.toString(16).toUpperCase()}`]),
    ...(tail.length === 0 ? [] : [`its structure is ${bytes(tail.length)} longer, all zero${dirty === 0 ? '' : ` but for byte ${dirty}`}`]),
    ...(size === usual.size + tail.length ? [] : [`its size field says ${size}`]),
    ...wordsOfMapping('structure', structure),
  ];
}

function wordsOfInfo({ flags, deviceType, room, data }: InfoDraft, usual: InfoDraft): readonly string[] {
  return [
    ...(flags === usual.flags ? [] : [`its flags are 0x${flags.toString(16)}`]),
    ...(deviceType === usual.deviceType ? [] : [`its output field for the device type holds ${deviceType}`]),
    ...(room === usual.room ? [] : [`its room for the data is ${bytes(room)}`]),
    ...wordsOfMapping('device data', data),
  ];
}

function wordsOfRpc(draft: RpcDraft, usual: RpcDraft): readonly string[] {
  const { scope, request, requestLength, requestMemory, room, responseMemory, inPlace } = draft;
  const hasLength = request.length !== usual.request.length;
  const roomSoFar = inPlace ? usual.request.length : hasLength ? request.length : usual.room;
  const named = SCOPES[scope];
  return [
    ...(scope === usual.scope ? [] : [named === undefined ? `its scope is number ${scope}` : `its scope is "${named}"`]),
    ...(hasLength ? [`its request is ${bytes(request.length)} long and so is its room`] : []),
    ...(inPlace ? ['its response goes over its request'] : []),
    ...(room === roomSoFar ? [] : [`its room for the response is ${bytes(room)}`]),
    ...(requestLength === request.length ? [] : [`its request length says ${requestLength}`]),
    ...wordsOfMapping('request', requestMemory),
    ...wordsOfMapping('response', responseMemory),
  ];
}

function wordsOfMapping(piece: string, mapping: Mapping): readonly string[] {
  switch (mapping.kind) {
    case 'mapped':
      return [];
    case 'null':
      return [`its ${piece} is at the null address`];
    case 'cut':
      return [`its ${piece} is mapped for its first ${mapping.after} bytes only`];
    default:
      return [`its ${piece} is in ${mapping.kind} memory`];
  }
}
