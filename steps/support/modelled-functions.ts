import type { Functions, ModelRequest, ModelRpc } from '../../kit/model/model.js';
import { BELOW_FULL_DEBUG } from './admission.js';
import { everyTry, listed, modelOfRun, type SendOne, sendAlone, type Try } from './modelled.js';
import { type Answered, expectEach, sendEachToEither } from './modelled-refusals.js';
import { byEither, bySecond } from './modelled-senders.js';
import { NotApplicable, NotModelled } from './not-testable.js';
import { ScenarioMemory } from './scenario-memory.js';
import type { FwctlWorld } from './world.js';

type Memory = { readonly tried: readonly Answered[]; readonly own: readonly Answered[] };

const MEMORY_OF_WORLD = new ScenarioMemory<Memory>();

function functionsOfRun(): Functions {
  const { functions } = modelOfRun();
  if (functions === undefined) throw new NotModelled('the model does not say which functions there are ("functions")');
  return functions;
}

/** Full debug is left out, as with everything that is disallowed. */
export async function sendForeign(world: FwctlWorld, send?: SendOne): Promise<void> {
  await sendBeyond(world, listed(functionsOfRun().foreign, 'which RPCs would reach a foreign function ("functions.foreign")'), send);
}

export async function sendGlobal(world: FwctlWorld, send?: SendOne): Promise<void> {
  const { kind, global } = functionsOfRun();
  if (kind === 'privileged') throw new NotApplicable('the model says that the function is a privileged one');
  await sendBeyond(world, listed(global, 'which RPCs would change the whole device ("functions.global")'), send);
}

/** In the least scope of each; what changes nothing more than once. */
export async function sendToChildren(world: FwctlWorld): Promise<void> {
  await sendToEachChild(world, sendAlone, sendAlone);
}

/** The same through either of two files; what changes something through the second one only, since it may be done already behind the first. */
export async function sendToChildrenByEither(world: FwctlWorld): Promise<void> {
  await sendToEachChild(world, byEither, bySecond);
}

async function sendToEachChild(world: FwctlWorld, send: SendOne, change: SendOne): Promise<void> {
  const children = listed(functionsOfRun().children, 'which RPCs reach a child ("functions.children")');
  const tried: Answered[] = [];
  for (const rpc of modelOfRun().rpcs.filter(({ name }) => children.includes(name))) {
    const isRead = rpc.effect === 'none';
    tried.push(...(await sendEach(world, isRead ? everyTry([rpc], [rpc.scope]) : [[rpc, rpc.scope]], isRead ? send : change)));
  }
  MEMORY_OF_WORLD.set(world, { tried, own: [] });
}

async function sendBeyond(world: FwctlWorld, rpcs: readonly ModelRequest[], send?: SendOne): Promise<void> {
  const tried = await sendEach(world, everyTry(rpcs, BELOW_FULL_DEBUG), send);
  const own = await sendEach(
    world,
    ownRpcs().map((rpc): Try => [rpc, rpc.scope]),
  );
  MEMORY_OF_WORLD.set(world, { tried, own: own.filter(({ outcome }) => outcome.ok) });
}

/** Those that are about the function itself, and change nothing. */
function ownRpcs(): readonly ModelRpc[] {
  const { children } = functionsOfRun();
  const ofChildren = 'impossible' in children ? [] : children;
  return modelOfRun().rpcs.filter(({ name, effect }) => effect === 'none' && !ofChildren.includes(name));
}

function sendEach(world: FwctlWorld, tries: readonly Try[], send?: SendOne): Promise<readonly Answered[]> {
  return sendEachToEither(world, tries, functionsOfRun().refusal, send);
}

export function expectRefusedBySomebody(world: FwctlWorld): void {
  expectEach(world, memory(world).tried, true);
}

export function expectCarriedOut(world: FwctlWorld): void {
  expectEach(world, memory(world).tried, false);
}

/**
 * A model of which every answer is a refusal would find that nothing is reached, whatever is; so would one whose function
 * answers nothing. Where only an errno is a refusal no answer looks like one.
 */
export async function expectOwnAnswers(world: FwctlWorld): Promise<void> {
  if (functionsOfRun().refusal === undefined) return;
  const { own } = memory(world);
  if (own.length === 0)
    throw new NotModelled(
      'no RPC about the function itself is answered, so that nothing tells its answers from a refusal ("functions.refusal")',
    );
  expectEach(world, own, false);
}

function memory(world: FwctlWorld): Memory {
  const known = MEMORY_OF_WORLD.get(world);
  if (known === undefined) throw new Error('the scenario judges RPCs that nobody sent');
  return known;
}
