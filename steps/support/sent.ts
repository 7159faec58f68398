import type { FwctlWorld } from './world.js';

/** The request of the call that was judged last, as the caller wrote it. */
export function sentRequest(world: FwctlWorld): Uint8Array {
  const { draft } = world.caller.judgedResult;
  if (draft.name !== 'FWCTL_RPC') throw new Error('the scenario looks for the request of a call that has none');
  return draft.request;
}

/** What the driver of the plain device answers and tells in these scenarios: bytes counted up from 1. */
export function countedBytes(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index + 1) & 0xff);
}
