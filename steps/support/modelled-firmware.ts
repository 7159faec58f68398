import type { FailingRpc } from '../../kit/model/model.js';
import { SCOPES } from '../../kit/uapi/scope.js';
import { describeOutcome } from './expectations.js';
import { type Attempt, attempt, beginsWith, isHarmless, listed, modelOfRun } from './modelled.js';
import { type Answered, expectEach, sendToEither } from './modelled-refusals.js';
import { NotApplicable } from './not-testable.js';
import { ScenarioMemory } from './scenario-memory.js';
import type { FwctlWorld } from './world.js';

type Memory = {
  readonly failing: readonly { readonly rpc: FailingRpc; readonly attempt: Attempt }[];
  readonly carriedOut: readonly Attempt[];
  readonly below: readonly Answered[];
  readonly above: readonly Answered[];
};

const NOTHING: Memory = { failing: [], carriedOut: [], below: [], above: [] };
const MEMORY_OF_WORLD = new ScenarioMemory<Memory>();

/** Each RPC that the firmware does not carry out, and for comparison each that it does and that changes nothing. */
export async function sendFailing(world: FwctlWorld): Promise<void> {
  const failing: { rpc: FailingRpc; attempt: Attempt }[] = [];
  const rpcs = listed(modelOfRun().statuses, 'which RPCs the firmware answers with a status ("statuses")');
  for (const rpc of rpcs) failing.push({ rpc, attempt: await attempt(world, rpc, rpc.scope) });
  const carriedOut: Attempt[] = [];
  for (const rpc of modelOfRun().rpcs.filter((one) => isHarmless(one, one.scope))) carriedOut.push(await attempt(world, rpc, rpc.scope));
  MEMORY_OF_WORLD.set(world, { ...NOTHING, failing, carriedOut });
}

/** A model of which every answer begins with the status would find one everywhere. */
export function expectStatuses(world: FwctlWorld): void {
  const { failing, carriedOut } = memory(world);
  world.judge.expect('RPCs that were tried', 'at least one', failing.length > 0 ? 'at least one' : 'none');
  for (const { rpc, attempt: given } of failing) {
    const expected = `an answer that begins with ${rpc.status}`;
    world.judge.expect(given.what, expected, describe(given), given.outcome.ok && beginsWith(given.data, rpc.status));
    const alike = carriedOut.filter(({ outcome, data }) => outcome.ok && beginsWith(data, rpc.status));
    world.judge.expectNothing(
      `what is carried out and answered with ${rpc.status}, too`,
      alike.map(({ what }) => what),
    );
  }
}

function describe({ outcome, data }: Attempt): string {
  return outcome.ok ? `an answer that begins with ${Buffer.from(data.subarray(0, 8)).toString('hex')}` : describeOutcome(outcome);
}

/** Each RPC that the firmware judges, in every scope. */
export async function sendJudgedByFirmware(world: FwctlWorld): Promise<void> {
  const { judgedByFirmware } = modelOfRun();
  if (judgedByFirmware === undefined) throw new NotApplicable('the model says of no RPC that the firmware judges it ("judgedByFirmware")');
  const { refusal, rpcs } = judgedByFirmware;
  const [below, above]: [Answered[], Answered[]] = [[], []];
  for (const rpc of rpcs) {
    for (const scope of SCOPES) {
      const isBelow = SCOPES.indexOf(scope) < SCOPES.indexOf(rpc.scope);
      (isBelow ? below : above).push(await sendToEither(world, rpc, scope, refusal));
    }
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
  return MEMORY_OF_WORLD.get(world) ?? NOTHING;
}
