import { knownBytes, type OtherRelease, type Tool } from '../../kit/model/model.js';
import type { Caller } from './caller.js';
import { describeOutcome } from './expectations.js';
import { AS_KNOWN, compareWithKnown } from './known-answer.js';
import { draftOf, listed, modelOfRun } from './modelled.js';
import { NotApplicable } from './not-testable.js';
import { ScenarioMemory } from './scenario-memory.js';
import type { FwctlWorld } from './world.js';

/** What came of a request that a tool makes: where its answer is not the one that the tool knows, or that it is. */
type Served = { readonly name: string; readonly came: string };

const SERVED_OF_WORLD = new ScenarioMemory<readonly Served[]>();

/** As after an update. A tool opens the device when it is used, which is later. */
export async function registerWithRelease(world: FwctlWorld, release: OtherRelease): Promise<void> {
  if (modelOfRun().releases?.includes(release) !== true)
    throw new NotApplicable(`the model does not say that the subject can put the ${release} release on the device ("releases")`);
  const device = world.addDevice('the device');
  await device.registerModelled();
  await device.runFirmware(release);
}

/** Of each of the callers. */
export async function sendAsTools(world: FwctlWorld, callers: readonly Caller[] = [world.caller]): Promise<void> {
  const served: Served[] = [];
  const tools = listed(modelOfRun().tools, 'what tools in use send, and what they rely on ("tools")');
  for (const caller of callers) for (const tool of tools) served.push({ name: tool.name, came: await sendAs(caller, tool) });
  SERVED_OF_WORLD.set(world, served);
}

async function sendAs(caller: Caller, tool: Tool): Promise<string> {
  const rpc = modelOfRun().rpcs.find(({ name }) => name === tool.rpc);
  if (rpc === undefined) throw new Error(`the model has no RPC "${tool.rpc}", which its reader refuses`);
  await caller.make(draftOf(rpc, rpc.scope));
  const { outcome, data, reportedLength } = caller.takeResult();
  return outcome.ok ? compareWithKnown(knownBytes(tool), data.subarray(0, reportedLength)) : describeOutcome(outcome);
}

export function expectServed(world: FwctlWorld): void {
  const served = SERVED_OF_WORLD.get(world) ?? [];
  world.judge.expect('tools that were tried', 'at least one', served.length > 0 ? 'at least one' : 'none');
  for (const { name, came } of served) world.judge.expect(`what comes for the tool that ${name}`, AS_KNOWN, came);
}
