import type { ModelRequest, UnansweredRpc } from '../../kit/model/model.js';
import type { Scope } from '../../kit/uapi/scope.js';
import { FIRST, OTHER } from './caller.js';
import { describeOutcome } from './expectations.js';
import { draftOf, listed, modelOfRun } from './modelled.js';
import { ScenarioMemory } from './scenario-memory.js';
import { settle } from './session.js';
import type { FwctlWorld } from './world.js';

/** What became of a call that the firmware does not answer; `outcome` is null when it has not come back. */
type Waited = { readonly what: string; readonly seconds: number; readonly outcome: string | null };

/** An RPC in its scope, who sends it, and within how many seconds it has to come back. */
type UnderWay = { readonly rpc: ModelRequest & { readonly scope: Scope }; readonly within: number; readonly who: string };

const WAITED_OF_WORLD = new ScenarioMemory<readonly Waited[]>();

/** Each such RPC. */
export async function sendUnanswered(world: FwctlWorld): Promise<void> {
  await waitForEach(
    world,
    unanswered().map((rpc) => ({ rpc, within: rpc.within, who: FIRST })),
  );
}

/** Each of them by two callers, one after the other. */
export async function sendUnansweredTwice(world: FwctlWorld): Promise<void> {
  await waitForEach(
    world,
    unanswered().flatMap((rpc) => [FIRST, OTHER].map((who): UnderWay => ({ rpc, within: rpc.within, who }))),
  );
}

function unanswered(): readonly UnansweredRpc[] {
  return listed(modelOfRun().unanswered, 'which RPCs the firmware does not answer ("unanswered")');
}

/** Ends with the first that does not come back, since its file is busy then. */
async function waitForEach(world: FwctlWorld, calls: readonly UnderWay[]): Promise<void> {
  const waited: Waited[] = [];
  WAITED_OF_WORLD.set(world, waited);
  for (const { rpc, within: seconds, who } of calls) {
    const what = `"${rpc.name}" of ${who}`;
    const caller = world.callerNamed(who);
    caller.begin(draftOf(rpc, rpc.scope));
    await settle(() => !caller.isWaiting, seconds * 1000);
    if (caller.isWaiting) {
      waited.push({ what, seconds, outcome: null });
      return;
    }
    await caller.finish();
    waited.push({ what, seconds, outcome: describeOutcome(caller.takeResult().outcome) });
  }
}

export function expectAllBack(world: FwctlWorld): void {
  const waited = WAITED_OF_WORLD.get(world) ?? [];
  world.judge.expect('RPCs that were tried', 'at least one', waited.length > 0 ? 'at least one' : 'none');
  for (const { what, seconds, outcome } of waited)
    world.judge.expect(what, `back within ${seconds} s`, outcome ?? 'still under way', outcome !== null);
}
