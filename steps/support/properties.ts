import fc from 'fast-check';
import type { CallOutcome } from '../../kit/subject/operations.js';
import { ERRNOS } from '../../kit/uapi/errno.js';
import { FWCTL_INFO, FWCTL_RPC } from '../../kit/uapi/ioctl.js';
import { SCOPE_NUMBERS } from '../../kit/uapi/scope.js';
import { type CallName, type Draft, draftOf, infoDraft, rpcDraft } from './call-draft.js';
import type { CallResult } from './call-result.js';
import { describeOutcome } from './expectations.js';
import { openAgain } from './opening.js';
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

const TWO_CALLS = [FWCTL_INFO, FWCTL_RPC];
/** The numbers of the type that are not defined. */
const UNDEFINED = Array.from({ length: 0x100 }, (_, number) => (FWCTL_INFO & ~0xff) | number).filter((ioctl) => !TWO_CALLS.includes(ioctl));
/** The two calls, each with one bit of type, size or direction turned. */
const TURNED = TWO_CALLS.flatMap((ioctl) => Array.from({ length: 24 }, (_, bit) => (ioctl ^ (0x100 << bit)) >>> 0));

export async function everyUndefinedNumber(world: FwctlWorld): Promise<void> {
  await expectUnknown(world, UNDEFINED);
}

export async function everyTurnedBit(world: FwctlWorld): Promise<void> {
  await expectUnknown(world, TURNED);
}

async function expectUnknown(world: FwctlWorld, ioctls: readonly number[]): Promise<void> {
  const taken: string[] = [];
  await world.machine.inShort(`make an RPC by each of ${ioctls.length} other numbers`, async () => {
    for (const ioctl of ioctls) {
      const came = describeOutcome((await resultOf(world, rpcDraft({ ioctl }))).outcome);
      if (came !== 'ENOTTY') taken.push(`0x${ioctl.toString(16)} gave ${came}`);
    }
    return `${taken.length} were not refused with ENOTTY`;
  });
  world.judge.expectNothing('numbers that were not refused with ENOTTY', taken);
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

/** What a driver can refuse. RPCs are tried in the two scopes that leave no taint. */
const REFUSALS = {
  open: { scripted: 'openErrno', attempts: [openOnce] },
  info: { scripted: 'infoErrno', attempts: [callOnce(infoDraft())] },
  RPC: {
    scripted: 'rpcErrno',
    attempts: [SCOPE_NUMBERS.configuration, SCOPE_NUMBERS['debug read only']].map((scope) => callOnce(rpcDraft({ scope }))),
  },
} as const;
export type Refusable = keyof typeof REFUSALS;

export async function anyErrno(world: FwctlWorld, operation: Refusable): Promise<void> {
  const { scripted, attempts } = REFUSALS[operation];
  const changed: string[] = [];
  await world.machine.inShort(`let the driver refuse every ${operation} with each of ${ERRNOS.length} errnos`, async () => {
    for (const errno of ERRNOS) {
      await world.device.script({ [scripted]: errno });
      for (const attempt of attempts) {
        const came = describeOutcome(await attempt(world));
        if (came !== errno) changed.push(`${errno} became ${came}`);
      }
    }
    return `${changed.length} came back as something else`;
  });
  world.judge.expectNothing('errnos of the driver that came back as something else', changed);
}

async function openOnce({ caller, device }: FwctlWorld): Promise<CallOutcome> {
  await caller.open(device.node);
  return caller.takeOpenOutcome();
}

/** On a file of its own, so that no earlier refusal matters. */
function callOnce(draft: Draft): (world: FwctlWorld) => Promise<CallOutcome> {
  return async (world) => {
    await openAgain(world);
    return (await resultOf(world, draft)).outcome;
  };
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
