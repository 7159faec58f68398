import { type InfoDraft, infoDraft, type RpcDraft, rpcDraft } from './call-draft.js';
import type { Mapping } from './layout.js';
import { sampleRequest } from './sample-request.js';
import type { FwctlWorld } from './world.js';

/** Changes the FWCTL_INFO call that the scenario builds up. */
export function reviseInfo(world: FwctlWorld, changes: Partial<InfoDraft>): void {
  if (world.draft.name !== 'FWCTL_INFO') throw new Error('the scenario builds up no FWCTL_INFO call');
  world.draft = { ...world.draft, ...changes };
}

/** Changes the FWCTL_RPC call that the scenario builds up. */
export function reviseRpc(world: FwctlWorld, changes: Partial<RpcDraft>): void {
  if (world.draft.name !== 'FWCTL_RPC') throw new Error('the scenario builds up no FWCTL_RPC call');
  world.draft = { ...world.draft, ...changes };
}

/** Makes the structure longer than the kernel knows; byte `dirty` of the tail, counted from 1, is set. */
export function lengthenStructure(world: FwctlWorld, by: number, dirty: number | null): void {
  const tail = new Uint8Array(by);
  if (dirty !== null) tail[dirty - 1] = 1;
  world.draft = { ...world.draft, size: world.draft.size + by, tail };
}

/** An RPC with a request of one length and room for a response of another. Nobody maps what is longer than allowed. */
export function rpcOfLengths(requestLength: number, room: number): RpcDraft {
  return rpcDraft({ request: sampleRequest(requestLength), room });
}

export function infoWithRoom(room: number): InfoDraft {
  return infoDraft({ room });
}

/** An RPC that says nothing and wants to hear nothing, and so needs no buffer. */
export function emptyRpc(): RpcDraft {
  const nowhere: Mapping = { kind: 'null' };
  return rpcDraft({ request: new Uint8Array(0), requestMemory: nowhere, room: 0, responseMemory: nowhere });
}
