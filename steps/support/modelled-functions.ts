import { type Functions, hexBytes, type ModelRequest, type ModelRpc } from '../../kit/model/model.js';
import type { CallOutcome } from '../../kit/subject/operations.js';
import type { Scope } from '../../kit/uapi/scope.js';
import { BELOW_FULL_DEBUG } from './admission.js';
import { describeOutcome } from './expectations.js';
import { attempt, modelOfRun } from './modelled.js';
import { NotApplicable, NotModelled } from './not-testable.js';
import type { FwctlWorld } from './world.js';

/** What became of one RPC; `isRefused` by the driver's errno, or by how the firmware's answer begins. */
type Answered = { readonly what: string; readonly outcome: CallOutcome; readonly isRefused: boolean };

type Memory = { readonly tried: readonly Answered[]; readonly own: readonly Answered[] };

const MEMORY_OF_WORLD = new WeakMap<FwctlWorld, Memory>();

function functionsOfRun(): Functions {
  const { functions } = modelOfRun();
  if (functions === undefined) throw new NotModelled('the model does not say which functions there are ("functions")');
  return functions;
}

/** Full debug is left out, as with everything that is disallowed. */
export async function sendForeign(world: FwctlWorld): Promise<void> {
  const { foreign } = functionsOfRun();
  await sendBeyond(world, foreign);
}

export async function sendGlobal(world: FwctlWorld): Promise<void> {
  const { kind, global } = functionsOfRun();
  if (kind === 'privileged') throw new NotApplicable('the model says that the function is a privileged one');
  if (global === undefined) throw new NotModelled('the model does not say which RPCs would change the whole device ("functions.global")');
  await sendBeyond(world, global);
}

export async function sendToChildren(world: FwctlWorld): Promise<void> {
  const { children } = functionsOfRun();
  if ('impossible' in children) throw new NotApplicable(`the model says: ${children.impossible}`);
  const rpcs = modelOfRun().rpcs.filter(({ name }) => children.includes(name));
  const tried: Answered[] = [];
  for (const rpc of rpcs) tried.push(await send(world, rpc, rpc.scope));
  MEMORY_OF_WORLD.set(world, { tried, own: [] });
}

async function sendBeyond(world: FwctlWorld, rpcs: Functions['foreign']): Promise<void> {
  if ('impossible' in rpcs) throw new NotApplicable(`the model says: ${rpcs.impossible}`);
  const tried: Answered[] = [];
  for (const rpc of rpcs) for (const scope of BELOW_FULL_DEBUG) tried.push(await send(world, rpc, scope));
  const own: Answered[] = [];
  for (const rpc of ownRpcs()) own.push(await send(world, rpc, rpc.scope));
  MEMORY_OF_WORLD.set(world, { tried, own: own.filter(({ outcome }) => outcome.ok) });
}

/** Those that are about the function itself, and change nothing. */
function ownRpcs(): readonly ModelRpc[] {
  const { children } = functionsOfRun();
  const ofChildren = 'impossible' in children ? [] : children;
  return modelOfRun().rpcs.filter(({ name, effect }) => effect === 'none' && !ofChildren.includes(name));
}

async function send(world: FwctlWorld, rpc: ModelRequest, scope: Scope): Promise<Answered> {
  const { what, outcome, data } = await attempt(world, rpc, scope);
  return { what, outcome, isRefused: !outcome.ok || beginsAsRefusal(data) };
}

function beginsAsRefusal(data: Uint8Array): boolean {
  const { refusal } = functionsOfRun();
  if (refusal === undefined) return false;
  const beginning = hexBytes(refusal);
  return Buffer.compare(data.subarray(0, beginning.length), beginning) === 0;
}

export function expectRefusedBySomebody(world: FwctlWorld): void {
  expectEach(world, tried(world), true);
}

export function expectCarriedOut(world: FwctlWorld): void {
  expectEach(world, tried(world), false);
}

/** A model of which every answer is a refusal would find that nothing is reached, whatever is. */
export function expectOwnAnswers(world: FwctlWorld): void {
  expectEach(world, MEMORY_OF_WORLD.get(world)?.own ?? [], false);
}

function tried(world: FwctlWorld): readonly Answered[] {
  const answered = MEMORY_OF_WORLD.get(world)?.tried ?? [];
  world.judge.expect('RPCs that were tried', 'at least one', answered.length > 0 ? 'at least one' : 'none');
  return answered;
}

function expectEach(world: FwctlWorld, answered: readonly Answered[], isRefused: boolean): void {
  const expected = isRefused ? 'an errno, or the refusal of the model' : 'an answer that is no refusal';
  for (const given of answered) world.judge.expect(given.what, expected, describe(given), given.isRefused === isRefused);
}

function describe({ outcome, isRefused }: Answered): string {
  return outcome.ok && isRefused ? 'the refusal of the model' : describeOutcome(outcome);
}
