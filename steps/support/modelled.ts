import { type Model, type ModelRequest, type ModelRpc, requestBytes } from '../../kit/model/model.js';
import type { CallOutcome } from '../../kit/subject/operations.js';
import { SCOPE_NUMBERS, SCOPES, type Scope } from '../../kit/uapi/scope.js';
import { type RpcDraft, rpcDraft } from './call-draft.js';
import { expectSuccess } from './expectations.js';
import { NotApplicable } from './not-testable.js';
import { runParameters } from './session.js';
import type { FwctlWorld } from './world.js';

/** What became of one RPC of the model; `what` names RPC and scope. */
export type Attempt = { readonly what: string; readonly outcome: CallOutcome };

/** The answer to an RPC beside another one, and the answer that it got alone; both in hex. */
export type Pair = { readonly what: string; readonly alone: string; readonly beside: string };

type Memory = { attempts: readonly Attempt[]; pairs: readonly Pair[] };

const MEMORY_OF_WORLD = new WeakMap<FwctlWorld, Memory>();

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

function draft(rpc: ModelRequest, scope: Scope, length?: number): RpcDraft {
  return rpcDraft({ request: requestBytes(rpc).slice(0, length), room: rpc.room, scope: SCOPE_NUMBERS[scope] });
}

async function attempt(world: FwctlWorld, rpc: ModelRequest, scope: Scope): Promise<Attempt> {
  await world.caller.make(draft(rpc, scope));
  return { what: `"${rpc.name}" in scope "${scope}"`, outcome: world.caller.takeResult().outcome };
}

async function tryAll(world: FwctlWorld, tries: readonly (readonly [ModelRequest, Scope])[], nothing: string): Promise<void> {
  if (tries.length === 0) throw new NotApplicable(nothing);
  const attempts: Attempt[] = [];
  for (const [rpc, scope] of tries) attempts.push(await attempt(world, rpc, scope));
  modelledMemory(world).attempts = attempts;
}

function scopesFrom({ scope }: ModelRpc): readonly Scope[] {
  return SCOPES.slice(SCOPES.indexOf(scope));
}

function scopesBelow({ scope }: ModelRpc): readonly Scope[] {
  return SCOPES.slice(0, SCOPES.indexOf(scope));
}

export async function sendFromLeastScope(world: FwctlWorld): Promise<void> {
  await tryAll(
    world,
    modelOfRun().rpcs.flatMap((rpc) => scopesFrom(rpc).map((scope) => [rpc, scope] as const)),
    'the model declares no RPC',
  );
}

export async function sendBelowLeastScope(world: FwctlWorld): Promise<void> {
  await tryAll(
    world,
    modelOfRun().rpcs.flatMap((rpc) => scopesBelow(rpc).map((scope) => [rpc, scope] as const)),
    'the model declares every RPC for the least scope',
  );
}

export async function sendForbidden(world: FwctlWorld): Promise<void> {
  await tryAll(
    world,
    modelOfRun().never.flatMap((forbidden) => SCOPES.map((scope) => [forbidden, scope] as const)),
    'the model says that there is nothing to forbid',
  );
}

/** Of what comes back for part of a request nothing is judged but that it comes back. */
export async function sendCutShort(world: FwctlWorld): Promise<void> {
  const attempts: Attempt[] = [];
  for (const rpc of modelOfRun().rpcs) {
    const whole = requestBytes(rpc).length;
    await world.machine.inShort(`"${rpc.name}" cut to each of ${whole - 1} shorter lengths`, async () => {
      for (let length = whole - 1; length > 0; length -= 1) {
        await world.caller.make(draft(rpc, rpc.scope, length));
        world.caller.takeResult();
      }
      return 'all came back';
    });
    attempts.push(await attempt(world, rpc, rpc.scope));
  }
  modelledMemory(world).attempts = attempts;
}

const BOTH = ['the caller', 'the second caller'] as const;

/** Each RPC that changes nothing and answers the same each time, alone and then beside the next one of them. */
export async function sendInPairs(world: FwctlWorld): Promise<void> {
  const alone = await steadyAnswers(world);
  const rpcs = [...alone.keys()];
  if (rpcs.length < 2) throw new NotApplicable('the model declares fewer than two RPCs that answer the same each time');
  const pairs: Pair[] = [];
  for (const [index, first] of rpcs.entries()) {
    const second = rpcs[(index + 1) % rpcs.length] ?? first;
    const both = [
      { caller: BOTH[0], mine: first, other: second },
      { caller: BOTH[1], mine: second, other: first },
    ];
    for (const { caller, mine } of both) world.callerNamed(caller).begin(draft(mine, mine.scope));
    for (const { caller, mine, other } of both) {
      await world.callerNamed(caller).finish();
      const beside = answerOf(world, caller, mine);
      pairs.push({ what: `"${mine.name}" beside "${other.name}"`, alone: alone.get(mine) ?? '', beside });
    }
  }
  modelledMemory(world).pairs = pairs;
}

/** The answers of those RPCs that change nothing and gave the same answer twice. */
async function steadyAnswers(world: FwctlWorld): Promise<ReadonlyMap<ModelRpc, string>> {
  const answers = new Map<ModelRpc, string>();
  for (const rpc of modelOfRun().rpcs.filter(({ effect }) => effect === 'none')) {
    const twice: string[] = [];
    for (const caller of BOTH) {
      await world.callerNamed(caller).make(draft(rpc, rpc.scope));
      twice.push(answerOf(world, caller, rpc));
    }
    const [first = '', second] = twice;
    if (first === second) answers.set(rpc, first);
  }
  return answers;
}

function answerOf(world: FwctlWorld, caller: string, { name }: ModelRpc): string {
  const { outcome, data } = world.callerNamed(caller).takeResult();
  expectSuccess(world, `"${name}" of ${caller}`, outcome);
  return Buffer.from(data).toString('hex');
}
