import type { CciRequest } from '../../kit/formats/cxl/cci-message.js';
import { decodeGetFeature } from '../../kit/formats/cxl/get-feature.js';
import { CXL_OPCODES } from '../../kit/formats/cxl/opcodes.js';
import { decodeSetFeature, SET_FEATURE_FLAGS, SET_FEATURE_TRANSFERS, type SetFeature } from '../../kit/formats/cxl/set-feature.js';
import { BOTH } from './caller.js';
import { cxl, draft, getFeature, setFeature } from './cxl.js';
import { newValue } from './cxl-features.js';
import { describeOutcome, expectSuccess } from './expectations.js';
import type { FwctlWorld } from './world.js';

/** How features are transferred to the device, in one part or in several. */

async function sendAtOnce(world: FwctlWorld, requests: readonly Uint8Array[]): Promise<void> {
  await cxl(world).mark();
  const callers = BOTH.map((name) => world.callerNamed(name));
  for (const [index, caller] of callers.entries()) {
    caller.begin(draft(requests[index] ?? new Uint8Array(0), { scope: 'debug write full' }));
  }
  for (const [index, caller] of callers.entries()) {
    await caller.finish();
    world.judge.expect(`the outcome of the call of ${BOTH[index]}`, 'success', describeOutcome(caller.takeResult().outcome));
  }
}

export async function setBoth(world: FwctlWorld): Promise<void> {
  await sendAtOnce(
    world,
    cxl(world).features.map((target) => setFeature(target)),
  );
}

export async function readBoth(world: FwctlWorld): Promise<void> {
  await sendAtOnce(
    world,
    cxl(world).features.map((target) => getFeature(target)),
  );
}

export async function readWhileSetting(world: FwctlWorld): Promise<void> {
  await sendAtOnce(world, [getFeature(cxl(world).featureAt(0)), setFeature(cxl(world).featureAt(1))]);
}

/** A kernel driver transfers the second feature while the caller transfers the first. */
export async function transferBesideKernel(world: FwctlWorld, request: Uint8Array, ofKernel: Uint8Array): Promise<void> {
  await cxl(world).mark();
  world.caller.begin(draft(request, { scope: 'debug write full' }));
  expectSuccess(world, 'the transfer of the kernel', await world.device.kernelCommand(ofKernel, draft(ofKernel).room));
  await world.caller.finish();
  expectSuccess(world, 'the transfer of the caller', world.caller.takeResult().outcome);
}

/** Whose feature a part of a transfer concerns. */
function uuidOf({ opcode, payload }: CciRequest): string {
  return opcode === CXL_OPCODES['Set Feature'] ? decodeSetFeature(payload).uuid : decodeGetFeature(payload).uuid;
}

/** The mailbox received the parts of one transfer, several of them, and then those of the other. */
export async function expectOneAfterTheOther(world: FwctlWorld): Promise<void> {
  const uuids = (await cxl(world).arrived()).map(uuidOf);
  const runs = uuids.filter((uuid, index) => uuid !== uuids[index - 1]);
  for (const { uuid } of cxl(world).features) {
    const parts = uuids.filter((other) => other === uuid).length;
    world.judge.expect('parts of a transfer', 'several', parts > 1 ? 'several' : String(parts));
  }
  world.judge.expectNumber('transfers that reached the mailbox in one go', cxl(world).features.length, runs.length);
}

/** What has arrived by now of a transfer that was begun, some of it, is all that arrives. */
export async function expectNothingMore(world: FwctlWorld): Promise<void> {
  const early = (await cxl(world).takeArrived()).length;
  world.judge.expect('parts of the transfer before', 'some', early > 0 ? 'some' : 'none');
  await world.caller.finish();
  world.judge.expectNumber('parts of the transfer afterwards', 0, (await cxl(world).arrived()).length);
}

async function arrivedParts(world: FwctlWorld): Promise<readonly SetFeature[]> {
  const commands = await cxl(world).arrived();
  return commands.filter(({ opcode }) => opcode === CXL_OPCODES['Set Feature']).map(({ payload }) => decodeSetFeature(payload));
}

function transferName({ flags }: SetFeature): string {
  const type = flags & SET_FEATURE_FLAGS.transferMask;
  return Object.entries(SET_FEATURE_TRANSFERS).find(([, number]) => number === type)?.[0] ?? String(type);
}

/** The parts came with these transfer types, in this order, each to be kept across a reset, and make up the whole value. */
export async function expectTransfer(world: FwctlWorld, types: readonly string[]): Promise<void> {
  const parts = await arrivedParts(world);
  world.judge.expect('the transfer types', types.join(', '), parts.map(transferName).join(', '));
  const kept = parts.filter(({ flags }) => (flags & SET_FEATURE_FLAGS.savedAcrossReset) !== 0);
  world.judge.expectNumber('parts that are to be kept across a reset', parts.length, kept.length);
  const whole = newValue(cxl(world).feature);
  const received = new Uint8Array(Math.max(...parts.map(({ offset, data }) => offset + data.length)));
  for (const { offset, data } of parts) received.set(data, offset);
  world.judge.expectBytes('the data that the device received', whole, received);
}

/** The first part begins at the offset and each of the others where the one before it ended; together they are the value from there on. */
export async function expectTransferFrom(world: FwctlWorld, offset: number, count: number): Promise<void> {
  const parts = await arrivedParts(world);
  world.judge.expectNumber('parts that reached the mailbox', count, parts.length);
  const lengths = parts.map(({ data }) => data.length);
  const expected = lengths.map((_, index) => lengths.slice(0, index).reduce((sum, length) => sum + length, offset));
  world.judge.expect('the offsets of the parts', expected.join(', '), parts.map((part) => part.offset).join(', '));
  const received = parts.flatMap(({ data }) => [...data]);
  world.judge.expectBytes('the data that the device received', newValue(cxl(world).feature).subarray(offset), Uint8Array.from(received));
}
