import { type FailingRpc, hexBytes } from '../../kit/model/model.js';
import { SCOPES, type Scope } from '../../kit/uapi/scope.js';
import { describeOutcome } from './expectations.js';
import { type Attempt, attemptEach, beginsWith, everyTry, listed, modelOfRun, type SendOne, type Try } from './modelled.js';
import { harmlessRpcs } from './modelled-answers.js';
import { type Answered, expectEach, sendEachToEither } from './modelled-refusals.js';
import { NotApplicable } from './not-testable.js';
import { ScenarioMemory } from './scenario-memory.js';
import type { FwctlWorld } from './world.js';

/** `isFirst` when the firmware had not been asked for the same before, so that it cannot have lost patience. */
type Failing = { readonly rpc: FailingRpc; readonly attempt: Attempt; readonly isFirst: boolean };

type Memory = {
  readonly failing: readonly Failing[];
  readonly carriedOut: readonly Attempt[];
  readonly below: readonly Answered[];
  readonly above: readonly Answered[];
};

const NOTHING: Memory = { failing: [], carriedOut: [], below: [], above: [] };
const MEMORY_OF_WORLD = new ScenarioMemory<Memory>();

/** Each RPC that the firmware does not carry out, in its scope and `scopes` beyond it, and for comparison each that it does and that changes nothing. */
export async function sendFailing(world: FwctlWorld, scopes: readonly Scope[], send?: SendOne): Promise<void> {
  const failing: Failing[] = [];
  const rpcs = listed(modelOfRun().statuses, 'which RPCs the firmware answers with a status ("statuses")');
  for (const rpc of rpcs) {
    const greater = scopes.filter((scope) => SCOPES.indexOf(scope) > SCOPES.indexOf(rpc.scope));
    const least = await attemptEach(world, everyTry([rpc], [rpc.scope]), send);
    failing.push(...least.map((attempt, index) => ({ rpc, attempt, isFirst: index === 0 })));
    for (const attempt of await attemptEach(world, everyTry([rpc], greater), send))
      if (isDelivered(attempt)) failing.push({ rpc, attempt, isFirst: false });
  }
  const carriedOut = await attemptEach(
    world,
    harmlessRpcs().map((rpc): Try => [rpc, rpc.scope]),
  );
  MEMORY_OF_WORLD.set(world, { ...NOTHING, failing, carriedOut });
}

/** In a greater scope the driver's refusal would be no errno that it has made of a status. */
function isDelivered({ outcome }: Attempt): boolean {
  return outcome.ok || !modelOfRun().refusals.includes(outcome.errno);
}

/**
 * A model of which every answer begins with the status would find one everywhere. Whoever asks again and again may be told
 * something else, such as that he is locked out, as long as it is nothing that begins like what is carried out.
 */
export function expectStatuses(world: FwctlWorld): void {
  const { failing, carriedOut } = memory(world);
  world.judge.expect('RPCs that were tried', 'at least one', failing.length > 0 ? 'at least one' : 'none');
  for (const { rpc, attempt: given, isFirst } of failing) {
    const expected = isFirst
      ? `an answer that begins with ${rpc.status}`
      : `an answer that begins with ${rpc.status}, or with another status`;
    const { length } = hexBytes(rpc.status);
    const isOther = !isFirst && !carriedOut.some(({ outcome, data }) => outcome.ok && isAlike(data, given.data, length));
    world.judge.expect(given.what, expected, describe(given), given.outcome.ok && (isOther || beginsWith(given.data, rpc.status)));
    const alike = carriedOut.filter(({ outcome, data }) => outcome.ok && beginsWith(data, rpc.status));
    world.judge.expectNothing(
      `what is carried out and answered with ${rpc.status}, too`,
      alike.map(({ what }) => what),
    );
  }
}

function isAlike(one: Uint8Array, other: Uint8Array, length: number): boolean {
  return Buffer.compare(one.subarray(0, length), other.subarray(0, length)) === 0;
}

function describe({ outcome, data }: Attempt): string {
  return outcome.ok ? `an answer that begins with ${Buffer.from(data.subarray(0, 8)).toString('hex')}` : describeOutcome(outcome);
}

/** Each RPC that the firmware judges, in every scope, and again in those that are too low. */
export async function sendJudgedByFirmware(world: FwctlWorld, send?: SendOne): Promise<void> {
  const { judgedByFirmware } = modelOfRun();
  if (judgedByFirmware === undefined) throw new NotApplicable('the model says of no RPC that the firmware judges it ("judgedByFirmware")');
  const { refusal, rpcs } = judgedByFirmware;
  const [below, above]: [Answered[], Answered[]] = [[], []];
  for (const rpc of rpcs) {
    const least = SCOPES.indexOf(rpc.scope);
    const [lesser, enough] = [SCOPES.slice(0, least), SCOPES.slice(least)];
    const tryIn = async (scopes: readonly Scope[]): Promise<readonly Answered[]> =>
      sendEachToEither(
        world,
        scopes.map((scope): Try => [rpc, scope]),
        refusal,
        send,
      );
    below.push(...(await tryIn(lesser)));
    above.push(...(await tryIn(enough)));
    below.push(...(await tryIn(lesser)));
  }
  MEMORY_OF_WORLD.set(world, { ...NOTHING, below, above });
}

export function expectRefusedBelow(world: FwctlWorld): void {
  expectEach(world, memory(world).below, true);
}

export function expectCarriedOutFrom(world: FwctlWorld): void {
  expectEach(world, memory(world).above, false);
}

function memory(world: FwctlWorld): Memory {
  const known = MEMORY_OF_WORLD.get(world);
  if (known === undefined) throw new Error('the scenario judges RPCs that nobody sent');
  return known;
}
