import { describeOutcome } from './expectations.js';
import { draftOf, listed, modelOfRun } from './modelled.js';
import { ScenarioMemory } from './scenario-memory.js';
import { settle } from './session.js';
import type { FwctlWorld } from './world.js';

/** What became of a call that the firmware does not answer; `outcome` is null when it has not come back. */
type Waited = { readonly what: string; readonly seconds: number; readonly outcome: string | null };

const WAITED_OF_WORLD = new ScenarioMemory<readonly Waited[]>();

/** Ends with the first that does not come back, since its file is busy then. */
export async function sendUnanswered(world: FwctlWorld): Promise<void> {
  const waited: Waited[] = [];
  WAITED_OF_WORLD.set(world, waited);
  const { caller } = world;
  for (const rpc of listed(modelOfRun().unanswered, 'which RPCs the firmware does not answer ("unanswered")')) {
    const { name: what, within: seconds } = rpc;
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
    world.judge.expect(`"${what}"`, `back within ${seconds} s`, outcome ?? 'still under way', outcome !== null);
}
