import fc from 'fast-check';
import { type CallName, type Draft, draftOf, rpcDraft } from './call-draft.js';
import type { CallResult } from './call-result.js';
import { describeOutcome } from './expectations.js';
import { holdsForAll } from './property.js';
import type { FwctlWorld } from './world.js';

const LONGEST_TAIL = 5000;
const LONGEST_REQUEST = 9000;

async function resultOf(world: FwctlWorld, draft: Draft): Promise<CallResult> {
  await world.caller.make(draft);
  return world.caller.takeResult();
}

export async function everySizeBelow(world: FwctlWorld, call: CallName, published: number): Promise<void> {
  await holdsForAll(world, `${call} is EINVAL at any size below ${published}`, fc.nat({ max: published - 1 }), async (size) => {
    const { outcome } = await resultOf(world, { ...draftOf(call), size });
    return describeOutcome(outcome) === 'EINVAL' ? null : `size ${size} gave ${describeOutcome(outcome)}`;
  });
}

export async function anyDirtyTail(world: FwctlWorld, call: CallName): Promise<void> {
  const tails = fc
    .integer({ min: 1, max: LONGEST_TAIL })
    .chain((length) => fc.tuple(fc.constant(length), fc.nat({ max: length - 1 }), fc.integer({ min: 1, max: 255 })));
  await holdsForAll(world, `${call} is E2BIG wherever one unknown byte is not zero`, tails, async ([length, at, value]) => {
    const draft = draftOf(call);
    const tail = new Uint8Array(length);
    tail[at] = value;
    const { outcome } = await resultOf(world, { ...draft, size: draft.size + length, tail });
    return describeOutcome(outcome) === 'E2BIG' ? null : `${length} bytes with byte ${at} set gave ${describeOutcome(outcome)}`;
  });
}

export async function anyRequest(world: FwctlWorld): Promise<void> {
  const requests = fc
    .record({ length: fc.integer({ min: 1, max: LONGEST_REQUEST }), seed: fc.integer() })
    .map(({ length, seed }) => randomBytes(length, seed));
  await holdsForAll(world, 'any request reaches the driver and its answer the caller', requests, async (request) => {
    const { outcome, data } = await resultOf(world, rpcDraft({ request, room: request.length }));
    const received = (await world.device.driverCalls('fw_rpc')).at(-1)?.request;
    if (!outcome.ok) return `a request of ${request.length} bytes gave ${outcome.errno}`;
    if (received === undefined || Buffer.compare(received, request) !== 0)
      return `the driver did not get the ${request.length} bytes as sent`;
    return Buffer.compare(data, request) === 0 ? null : `the answer to ${request.length} bytes is not what the driver gave`;
  });
}

/** Bytes that follow from the seed (xorshift32); drawing each of them by itself would take longer than all the calls. */
function randomBytes(length: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed | 1;
  for (let index = 0; index < length; index += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[index] = state;
  }
  return bytes;
}
