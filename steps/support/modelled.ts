import {
  type Disallowed,
  type DisallowedRpcs,
  hexBytes,
  type Impossible,
  type Model,
  type ModelRequest,
  type ModelRpc,
  namedItems,
  requestBytes,
} from '../../kit/model/model.js';
import type { CallOutcome } from '../../kit/subject/operations.js';
import { SCOPE_NUMBERS, SCOPES, type Scope } from '../../kit/uapi/scope.js';
import { BELOW_FULL_DEBUG, thereAndBack } from './admission.js';
import { type RpcDraft, rpcDraft } from './call-draft.js';
import type { Caller } from './caller.js';
import { DISALLOWED_WORDS } from './disallowed.js';
import { NotApplicable, NotModelled } from './not-testable.js';
import { ScenarioMemory } from './scenario-memory.js';
import { runParameters } from './session.js';
import type { FwctlWorld } from './world.js';

/** What became of one RPC of the model; `what` names RPC and scope. */
export type Attempt = { readonly what: string; readonly outcome: CallOutcome; readonly data: Uint8Array };

/** An answer that should be the one that there was before; both in hex. */
export type AnswerPair = { readonly what: string; readonly before: string; readonly now: string };

type Memory = { attempts: readonly Attempt[]; pairs: readonly AnswerPair[] };

const MEMORY_OF_WORLD = new ScenarioMemory<Memory>();

export function modelledMemory(world: FwctlWorld): Memory {
  const memory = MEMORY_OF_WORLD.get(world) ?? { attempts: [], pairs: [] };
  MEMORY_OF_WORLD.set(world, memory);
  return memory;
}

export function modelOfRun(): Model {
  const { model } = runParameters();
  if (model === undefined) throw new Error('the subject has a modelled device, but the run was given no model');
  return model;
}

/** What the model lists; nothing can be said when it leaves the list out, and need not be when it says why there is none. */
export function listed<Item>(items: readonly Item[] | Impossible | undefined, leftOut: string): readonly Item[] {
  if (items === undefined) throw new NotModelled(`the model does not say ${leftOut}`);
  if ('impossible' in items) throw new NotApplicable(`the model says: ${items.impossible}`);
  return items;
}

export function beginsWith(data: Uint8Array, digits: string): boolean {
  const beginning = hexBytes(digits);
  return Buffer.compare(data.subarray(0, beginning.length), beginning) === 0;
}

export function draftOf(rpc: ModelRequest, scope: Scope, length?: number): RpcDraft {
  return rpcDraft({ request: requestBytes(rpc).subarray(0, length), room: rpc.room, scope: SCOPE_NUMBERS[scope] });
}

/** One RPC of the model, and what came back. */
export async function attempt(world: FwctlWorld, rpc: ModelRequest, scope: Scope, caller: Caller = world.caller): Promise<Attempt> {
  await caller.make(draftOf(rpc, scope));
  const { outcome, data } = caller.takeResult();
  return { what: `"${rpc.name}" in scope "${scope}"`, outcome, data };
}

/** One RPC in one scope. */
export type Try = readonly [ModelRequest, Scope];

/** Sends one RPC, and says what came back. */
export type SendOne = (world: FwctlWorld, rpc: ModelRequest, scope: Scope) => Promise<readonly Attempt[]>;

export const sendAlone: SendOne = async (world, rpc, scope) => [await attempt(world, rpc, scope)];

export async function attemptEach(world: FwctlWorld, tries: readonly Try[], send: SendOne = sendAlone): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  for (const [rpc, scope] of tries) attempts.push(...(await send(world, rpc, scope)));
  return attempts;
}

/** What comes of them is what later steps judge; where there is nothing to try, `nothing` says why. */
export async function tryAll(world: FwctlWorld, tries: readonly Try[], nothing: string, send?: SendOne): Promise<void> {
  if (tries.length === 0) throw new NotApplicable(nothing);
  modelledMemory(world).attempts = await attemptEach(world, tries, send);
}

/** Each of them in each of the scopes, there and back: what has been refused once, and what others were admitted for, is no matter of the next. */
export function everyTry(rpcs: readonly ModelRequest[], scopes: readonly Scope[]): readonly Try[] {
  return rpcs.flatMap((rpc) => thereAndBack(scopes).map((scope) => [rpc, scope] as const));
}

export async function sendInLeastScope(world: FwctlWorld, rpcs: readonly ModelRpc[], nothing: string): Promise<void> {
  const tries = rpcs.map((rpc) => [rpc, rpc.scope] as const);
  await tryAll(world, tries, nothing);
}

type DeclaredTry = readonly [ModelRpc, Scope];

/** The scopes in which an RPC leaves no trace in the kernel. */
export const READING: readonly Scope[] = ['configuration', 'debug read only'];

/** Whether neither the device nor the kernel keeps a trace of it. */
export function isHarmless({ effect }: ModelRpc, scope: Scope): boolean {
  return effect === 'none' && READING.includes(scope);
}

function fromLeastScope(): readonly DeclaredTry[] {
  return modelOfRun().rpcs.flatMap((rpc) => SCOPES.slice(SCOPES.indexOf(rpc.scope)).map((scope) => [rpc, scope] as const));
}

/** Each RPC in the scopes that are too low for it, there and back. */
export function belowLeastScope(): readonly DeclaredTry[] {
  return modelOfRun().rpcs.flatMap((rpc) => thereAndBack(SCOPES.slice(0, SCOPES.indexOf(rpc.scope))).map((scope) => [rpc, scope] as const));
}

/** Of what changes nothing, and in these scopes. */
export function harmlessTries(scopes: readonly Scope[]): readonly DeclaredTry[] {
  return fromLeastScope().filter(([{ effect }, scope]) => effect === 'none' && scopes.includes(scope));
}

export async function sendReadsFromLeastScope(world: FwctlWorld): Promise<void> {
  await tryAll(world, harmlessTries(READING), 'the model declares no RPC that changes nothing for a scope that only reads');
}

const writesFromLeastScope = (): readonly DeclaredTry[] => fromLeastScope().filter((one) => !isHarmless(...one));

export async function sendWritesFromLeastScope(world: FwctlWorld): Promise<void> {
  await tryAll(world, writesFromLeastScope(), 'the model declares no RPC');
}

/** What comes of them is of no interest. */
export async function sendAllThatIsAdmitted(world: FwctlWorld): Promise<void> {
  const failing = namedItems(modelOfRun().statuses).map((rpc): Try => [rpc, rpc.scope]);
  await attemptEach(world, [...writesFromLeastScope(), ...failing]);
}

export const readsBelowLeastScope = (): readonly DeclaredTry[] => belowLeastScope().filter((one) => isHarmless(...one));

export async function sendReadsBelowLeastScope(world: FwctlWorld, send?: SendOne): Promise<void> {
  await tryAll(world, readsBelowLeastScope(), 'the model declares every RPC that changes nothing for the least scope', send);
}

export async function sendWritesBelowLeastScope(world: FwctlWorld, send?: SendOne): Promise<void> {
  const tries = belowLeastScope().filter((one) => !isHarmless(...one));
  await tryAll(world, tries, 'the model declares every RPC that writes for the least scope', send);
}

export async function sendForbidden(world: FwctlWorld, send?: SendOne): Promise<void> {
  await tryAll(world, everyTry(modelOfRun().never, SCOPES), 'the model says that there is nothing to forbid', send);
}

export async function sendDisallowed(world: FwctlWorld, behaviour: Disallowed, send?: SendOne): Promise<void> {
  const leftOut = `which RPCs would ${DISALLOWED_WORDS[behaviour]} ("disallowed")`;
  await tryBelowFullDebug(world, modelOfRun().disallowed?.[behaviour], leftOut, send);
}

export async function sendUnknown(world: FwctlWorld, send?: SendOne): Promise<void> {
  await tryBelowFullDebug(world, modelOfRun().unknown, 'which commands the driver does not know ("unknown")', send);
}

/** Full debug is left out: what it may do is between the device and CAP_SYS_RAWIO. */
async function tryBelowFullDebug(world: FwctlWorld, rpcs: DisallowedRpcs | undefined, leftOut: string, send?: SendOne): Promise<void> {
  await tryAll(world, everyTry(listed(rpcs, leftOut), BELOW_FULL_DEBUG), 'the model names no such RPC', send);
}

/**
 * Of what comes back for part of a request nothing is judged but that it comes back. Behind all parts of one, `others` send
 * it first.
 */
export async function sendCutShort(world: FwctlWorld, others: readonly Caller[] = []): Promise<void> {
  const attempts: Attempt[] = [];
  const { rpcs } = modelOfRun();
  for (const [index, rpc] of rpcs.entries()) {
    const whole = requestBytes(rpc).length;
    await world.machine.inShort(`"${rpc.name}" cut to each of ${whole - 1} shorter lengths`, async () => {
      for (let length = whole - 1; length > 0; length -= 1) {
        await world.caller.make(draftOf(rpc, rpc.scope, length));
        world.caller.takeResult();
      }
      return 'all came back';
    });
    const next = rpcs[(index + 1) % rpcs.length] ?? rpc;
    for (const other of others) attempts.push(await attempt(world, next, next.scope, other));
    attempts.push(await attempt(world, rpc, rpc.scope));
  }
  modelledMemory(world).attempts = attempts;
}
