import { type ModelRpc, requestBytes } from '../../kit/model/model.js';
import { SCOPE_NUMBERS } from '../../kit/uapi/scope.js';
import { FREE_SLOT, rpcDraft } from './call-draft.js';
import { describeOutcome } from './expectations.js';
import { MAPPED, type Placed, place } from './layout.js';
import { harmlessRpcs } from './modelled-answers.js';
import { NotApplicable } from './not-testable.js';
import { sampleRequest } from './sample-request.js';
import { ScenarioMemory } from './scenario-memory.js';
import type { FwctlWorld } from './world.js';

/** What a call came to: its answer in hex or its errno, and whether memory beside its buffers was written to. */
type Came = { readonly answer: string; readonly isWritten: boolean };

/** One request with an address in it; `there` is what came with memory behind the address, `nowhere` without. */
type Pointing = { readonly what: string; readonly there: Came; readonly nowhere: Came };

const POINTING_OF_WORLD = new ScenarioMemory<readonly Pointing[]>();

const ADDRESS_LENGTH = 8;
const BESIDE_LENGTH = 256;

/** Each RPC that changes nothing, with the address of other memory of the caller at each place where an address may stand, and once behind the request. */
export async function sendWithAddresses(world: FwctlWorld): Promise<void> {
  const pointing: Pointing[] = [];
  for (const rpc of harmlessRpcs()) {
    await world.machine.inShort(`"${rpc.name}" with an address at each place of its request`, async () => {
      for (let at = 0; at <= requestBytes(rpc).length; at += ADDRESS_LENGTH) pointing.push(...(await pointAt(world, rpc, at)));
      return 'all came back';
    });
  }
  if (pointing.length === 0) throw new NotApplicable('the model declares no RPC that changes nothing and answers the same each time');
  POINTING_OF_WORLD.set(world, pointing);
}

/** Nothing can be said where the answer differs by itself. */
async function pointAt(world: FwctlWorld, rpc: ModelRpc, at: number): Promise<readonly Pointing[]> {
  const there = await send(world, rpc, at, true);
  const nowhere = await send(world, rpc, at, false);
  if (there.answer !== nowhere.answer && !(await isRepeated(world, rpc, at, there, nowhere))) return [];
  return [{ what: `"${rpc.name}" with an address in byte ${at}`, there, nowhere }];
}

/** Twice each, so that it is not a bit that changes with each answer. */
async function isRepeated(world: FwctlWorld, rpc: ModelRpc, at: number, there: Came, nowhere: Came): Promise<boolean> {
  for (const [isMapped, { answer }] of [
    [true, there],
    [true, there],
    [false, nowhere],
    [false, nowhere],
  ] as const)
    if ((await send(world, rpc, at, isMapped)).answer !== answer) return false;
  return true;
}

async function send(world: FwctlWorld, rpc: ModelRpc, at: number, isMapped: boolean): Promise<Came> {
  const beside = place('memory beside the buffers', FREE_SLOT, sampleRequest(BESIDE_LENGTH), MAPPED);
  const request = withAddress(requestBytes(rpc), at, beside.address);
  const payloads: readonly Placed[] = isMapped ? [beside] : [];
  await world.caller.make(rpcDraft({ request, room: rpc.room, scope: SCOPE_NUMBERS[rpc.scope], payloads }));
  const result = world.caller.takeResult();
  const { outcome, data, writtenRegions } = result;
  const answer = outcome.ok ? Buffer.from(data).toString('hex') : describeOutcome(outcome);
  return { answer, isWritten: beside.region !== null && writtenRegions.includes(beside.region.name) };
}

function withAddress(request: Uint8Array, at: number, address: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(request.length, at + ADDRESS_LENGTH));
  bytes.set(request);
  new DataView(bytes.buffer).setBigUint64(at, BigInt(address), true);
  return bytes;
}

export function expectNoPointerFollowed(world: FwctlWorld): void {
  const pointing = POINTING_OF_WORLD.get(world) ?? [];
  world.judge.expect('requests that were tried', 'at least one', pointing.length > 0 ? 'at least one' : 'none');
  const read = pointing.filter(({ there, nowhere }) => there.answer !== nowhere.answer);
  const written = pointing.filter(({ there }) => there.isWritten);
  world.judge.expectNothing(
    'requests whose answer depends on the memory behind the address',
    read.map(({ what }) => what),
  );
  world.judge.expectNothing(
    'requests that wrote to the memory behind the address',
    written.map(({ what }) => what),
  );
}
