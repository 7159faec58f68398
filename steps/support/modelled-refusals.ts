import { type ModelRequest, requestBytes } from '../../kit/model/model.js';
import type { CallOutcome } from '../../kit/subject/operations.js';
import type { Scope } from '../../kit/uapi/scope.js';
import type { Caller } from './caller.js';
import { describeOutcome } from './expectations.js';
import { type Attempt, attempt, attemptEach, beginsWith, type SendOne, type Try } from './modelled.js';
import type { FwctlWorld } from './world.js';

/** What became of one RPC; `isRefused` by the driver's errno, or by how the firmware's answer begins. */
export type Answered = { readonly what: string; readonly outcome: CallOutcome; readonly isRefused: boolean };

/** One RPC that driver or firmware may refuse; `refusal` is how the firmware's answer begins then, absent where it never refuses. */
export async function sendToEither(
  world: FwctlWorld,
  rpc: ModelRequest,
  scope: Scope,
  refusal: string | undefined,
  caller: Caller = world.caller,
): Promise<Answered> {
  return answeredBy(await attempt(world, rpc, scope, caller), refusal);
}

/** The same of several. */
export async function sendEachToEither(
  world: FwctlWorld,
  tries: readonly Try[],
  refusal: string | undefined,
  send?: SendOne,
): Promise<readonly Answered[]> {
  return (await attemptEach(world, tries, send)).map((one) => answeredBy(one, refusal));
}

function answeredBy({ what, outcome, data }: Attempt, refusal: string | undefined): Answered {
  return { what, outcome, isRefused: !outcome.ok || isRefusal(data, refusal) };
}

/** The same of a kernel driver beside fwctl, which asks in no scope. */
export async function giveFromKernel(world: FwctlWorld, rpc: ModelRequest, refusal: string | undefined): Promise<Answered> {
  const outcome = await world.device.kernelCommand(requestBytes(rpc), rpc.room);
  return { what: `"${rpc.name}" by a kernel driver`, outcome, isRefused: !outcome.ok || isRefusal(outcome.bytes, refusal) };
}

function isRefusal(data: Uint8Array, refusal: string | undefined): boolean {
  return refusal !== undefined && beginsWith(data, refusal);
}

/** Each of them, and there is at least one. */
export function expectEach(world: FwctlWorld, answered: readonly Answered[], isRefused: boolean): void {
  world.judge.expect('RPCs that were tried', 'at least one', answered.length > 0 ? 'at least one' : 'none');
  const expected = isRefused ? 'an errno, or the refusal of the model' : 'an answer that is no refusal';
  for (const given of answered) world.judge.expect(given.what, expected, describe(given), given.isRefused === isRefused);
}

function describe({ outcome, isRefused }: Answered): string {
  return outcome.ok && isRefused ? 'the refusal of the model' : describeOutcome(outcome);
}
