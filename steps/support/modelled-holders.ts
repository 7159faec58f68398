import { type AllocatingRpc, type HolderRpc, namedItems, requestBytes } from '../../kit/model/model.js';
import { SCOPES, type Scope } from '../../kit/uapi/scope.js';
import { BELOW_FULL_DEBUG } from './admission.js';
import { type Caller, OTHER } from './caller.js';
import { expectOpened } from './expectations.js';
import { type AnswerPair, attempt, everyTry, modelledMemory, modelOfRun } from './modelled.js';
import { expectTelling, look, notShown } from './modelled-allocations.js';
import { type Answered, expectEach, giveFromKernel, sendEachToEither, sendToEither } from './modelled-refusals.js';
import { NotApplicable, NotModelled } from './not-testable.js';
import { openAgain } from './opening.js';
import { ScenarioMemory } from './scenario-memory.js';
import type { FwctlWorld } from './world.js';

/** An allocation with what only its holder may do. */
type HeldRpc = AllocatingRpc & Required<Pick<AllocatingRpc, 'usedBy'>>;

/** What a stranger was answered who asked for what only the holder may do, and the holder behind him. */
type Asked = { readonly strangers: readonly Answered[]; readonly holders: readonly Answered[] };

const ASKED_OF_WORLD = new ScenarioMemory<Asked>();

type Stranger = (use: HolderRpc) => Promise<readonly Answered[]>;

/** What a stranger does when the holder has taken something and before it asks, and what it does behind it. */
type Prepare = (rpc: HeldRpc) => Promise<() => Promise<void>>;

/** An allocation in a scope that admits it, whose holder is served as long as there is no stranger around. */
type Served = { readonly rpc: HeldRpc; readonly scope: Scope };

/** The kernel driver shows first that it is served for what it has taken itself. */
export async function useFromKernel(world: FwctlWorld): Promise<void> {
  const served = await servedHolders(world);
  for (const rpc of new Set(served.map(({ rpc }) => rpc))) await expectKernelServed(world, rpc);
  await useWhatOthersHold(world, served, async (use) => [await giveFromKernel(world, use, use.refusal)]);
  requireAsked(world);
}

/** The same of a kernel driver that keeps something of the kind itself meanwhile. */
export async function useFromKernelThatHolds(world: FwctlWorld): Promise<void> {
  const served = await servedHolders(world);
  const own: HolderRpc[] = [];
  for (const rpc of new Set(served.map(({ rpc }) => rpc))) own.push(...(await takeFromKernel(world, rpc)));
  await useWhatOthersHold(world, served, async (use) => (isAmong(own, use) ? [] : [await giveFromKernel(world, use, use.refusal)]));
  requireAsked(world);
}

/** Full debug is left out, as with everything that is disallowed. */
export async function useThroughOtherFile(world: FwctlWorld): Promise<void> {
  await useWhatOthersHold(world, await servedHolders(world), (use) => askInEveryScope(world, use));
}

/** Through a file that is opened later than that of the holder, and that has taken something of the kind itself. */
export async function useThroughFileThatHolds(world: FwctlWorld): Promise<void> {
  let own: readonly HolderRpc[] = [];
  const stranger: Stranger = async (use) => (isAmong(own, use) ? [] : askInEveryScope(world, use));
  await useWhatOthersHold(world, await servedHolders(world), stranger, async (rpc) => {
    await openAgain(world);
    own = await take(world, rpc, SCOPES[0], world.caller);
    return () => world.caller.close();
  });
  requireAsked(world);
}

/** What a kernel driver has taken, through a file that has taken something of the kind itself. */
export async function useWhatKernelHolds(world: FwctlWorld): Promise<void> {
  const strangers: Answered[] = [];
  const holders: Answered[] = [];
  const pairs: AnswerPair[] = [];
  for (const rpc of new Set((await servedHolders(world)).map(({ rpc }) => rpc))) {
    // The kernel driver first: where there is one only, nobody is to blame that the other one gets none.
    const held = await takeFromKernel(world, rpc);
    const own = await take(world, rpc, SCOPES[0], world.caller);
    const uses = held.filter((use) => !isAmong(own, use));
    const before = await look(world, rpc);
    const ask = async (): Promise<readonly Answered[]> => askEach(uses, (use) => askInEveryScope(world, use));
    strangers.push(...(await ask()));
    const what = `"${rpc.shownBy}" when a file has asked for what a kernel driver has taken by "${rpc.name}"`;
    pairs.push({ what, before, now: await lookBehind(world, rpc, before, ask) });
    for (const use of uses) holders.push(await giveFromKernel(world, use, use.refusal));
  }
  ASKED_OF_WORLD.set(world, { strangers, holders });
  modelledMemory(world).pairs = pairs;
  requireAsked(world);
}

/** Who holds something of the kind may ask for it, which is the same request where each counts its own handles, or has none. */
function isAmong(own: readonly HolderRpc[], use: HolderRpc): boolean {
  return own.some(({ name, request }) => name === use.name && request === use.request);
}

function requireAsked(world: FwctlWorld): void {
  if (asked(world).strangers.length === 0)
    throw new NotApplicable('what two hold of a kind is asked for by the same request, or is not there for two');
}

async function askInEveryScope(world: FwctlWorld, use: HolderRpc): Promise<readonly Answered[]> {
  return sendEachToEither(world, everyTry([use], BELOW_FULL_DEBUG), use.refusal);
}

function heldRpcs(): readonly HeldRpc[] {
  const { allocations } = modelOfRun();
  if (allocations !== undefined && 'impossible' in allocations) throw new NotApplicable(`the model says: ${allocations.impossible}`);
  const held = namedItems(allocations).flatMap((rpc) => (rpc.usedBy === undefined ? [] : [{ ...rpc, usedBy: rpc.usedBy }]));
  if (held.length === 0) throw new NotApplicable('the model names no request that only the holder of an allocation may make ("usedBy")');
  return held;
}

async function servedHolders(world: FwctlWorld): Promise<readonly Served[]> {
  const served: Served[] = [];
  for (const rpc of heldRpcs()) for (const scope of SCOPES) if (await isServedAlone(world, rpc, scope)) served.push({ rpc, scope });
  if (served.length === 0) throw new NotApplicable('no RPC that allocates is admitted in any scope, so that nobody holds anything');
  return served;
}

async function expectKernelServed(world: FwctlWorld, rpc: HeldRpc): Promise<void> {
  for (const use of await takeFromKernel(world, rpc))
    expectAdmitted(await giveFromKernel(world, use, use.refusal), 'for what it has taken itself');
}

async function takeFromKernel(world: FwctlWorld, rpc: HeldRpc): Promise<readonly HolderRpc[]> {
  const taken = await world.device.kernelCommand(requestBytes(rpc), rpc.room);
  if (!taken.ok) throw new NotModelled(`a kernel driver is refused "${rpc.name}" with ${taken.errno}, so that its refusals say nothing`);
  return usesOf(rpc, taken.bytes);
}

async function useWhatOthersHold(
  world: FwctlWorld,
  served: readonly Served[],
  stranger: Stranger,
  prepare: Prepare = async () => async () => {},
): Promise<void> {
  const strangers: Answered[] = [];
  const holders: Answered[] = [];
  const pairs: AnswerPair[] = [];
  for (const { rpc, scope } of served) {
    const before = await look(world, rpc);
    await withFile(world, async (holder) => {
      const uses = await take(world, rpc, scope, holder);
      // There need not be any for a file beside what a kernel driver keeps.
      if ((await look(world, rpc)) === before) return;
      const goBack = await prepare(rpc);
      const held = await look(world, rpc);
      const ask = async (): Promise<readonly Answered[]> => askEach(uses, stranger);
      strangers.push(...(await ask()));
      const what = `"${rpc.shownBy}" when a stranger has asked for what "${rpc.name}" has taken in scope "${scope}"`;
      pairs.push({ what, before: held, now: await lookBehind(world, rpc, held, ask) });
      await goBack();
      for (const use of uses) holders.push(await sendAsHolder(world, use, holder));
    });
  }
  ASKED_OF_WORLD.set(world, { strangers, holders });
  modelledMemory(world).pairs = pairs;
}

async function askEach(uses: readonly HolderRpc[], stranger: Stranger): Promise<readonly Answered[]> {
  const answered: Answered[] = [];
  for (const use of uses) answered.push(...(await stranger(use)));
  return answered;
}

/** How many strangers were refused may be counted, and told; then the answer says nothing. */
async function lookBehind(world: FwctlWorld, rpc: HeldRpc, before: string, ask: () => Promise<unknown>): Promise<string> {
  const now = await look(world, rpc);
  await expectTelling(world, rpc, before, now, ask);
  return now;
}

/** Whether the allocation is admitted, and shown; that its holder is served then is the model's word. */
async function isServedAlone(world: FwctlWorld, rpc: HeldRpc, scope: Scope): Promise<boolean> {
  const before = await look(world, rpc);
  return withFile(world, async (holder) => {
    const uses = await take(world, rpc, scope, holder);
    if (uses.length > 0 && (await look(world, rpc)) === before) throw notShown(rpc);
    for (const use of uses) expectAdmitted(await sendAsHolder(world, use, holder), `to the holder of what "${rpc.name}" takes`);
    return uses.length > 0;
  });
}

async function withFile<Given>(world: FwctlWorld, perform: (holder: Caller) => Promise<Given>): Promise<Given> {
  const holder = world.callerNamed(OTHER);
  await holder.open(world.device.node);
  expectOpened(world, OTHER);
  const given = await perform(holder);
  await holder.close();
  return given;
}

/** What its holder may do now; nothing where the driver does not admit the allocation. */
async function take(world: FwctlWorld, rpc: HeldRpc, scope: Scope, holder: Caller): Promise<readonly HolderRpc[]> {
  const { outcome, data } = await attempt(world, rpc, scope, holder);
  return outcome.ok ? usesOf(rpc, data) : [];
}

/** With the handle from the answer in the place that the model gives. */
function usesOf({ name, usedBy }: HeldRpc, answer: Uint8Array): readonly HolderRpc[] {
  return usedBy.map((use) => {
    if (use.handle === undefined) return use;
    const { inAnswer, inRequest, length } = use.handle;
    const handle = answer.subarray(inAnswer, inAnswer + length);
    if (handle.length < length) throw new NotModelled(`the answer to "${name}" ends ahead of the handle for "${use.name}"`);
    const request = new Uint8Array(requestBytes(use));
    request.set(handle, inRequest);
    return { ...use, request: Buffer.from(request).toString('hex') };
  });
}

function sendAsHolder(world: FwctlWorld, use: HolderRpc, holder: Caller): Promise<Answered> {
  return sendToEither(world, use, use.scope, use.refusal, holder);
}

/** Of what is refused to everybody, the refusal of a stranger says nothing. */
function expectAdmitted({ what, isRefused }: Answered, whose: string): void {
  if (isRefused) throw new NotModelled(`${what} is refused ${whose}, so that other refusals of it say nothing`);
}

export function expectStrangersRefused(world: FwctlWorld): void {
  expectEach(world, asked(world).strangers, true);
}

export function expectHoldersServed(world: FwctlWorld): void {
  expectEach(world, asked(world).holders, false);
}

function asked(world: FwctlWorld): Asked {
  const known = ASKED_OF_WORLD.get(world);
  if (known === undefined) throw new Error('the scenario judges requests that nobody made');
  return known;
}
