import type { Mlx5CommandName } from '../../kit/formats/mlx5/commands.js';
import { MLX5_REQUEST, responseHeader } from '../../kit/formats/mlx5/mailbox.js';
import { statusName } from '../../kit/formats/mlx5/statuses.js';
import { CREATE_UCTX, DESTROY_UCTX, MLX5_INFO } from '../../kit/formats/mlx5/user-context.js';
import { readU16, readU32 } from '../../kit/formats/mlx5/words.js';
import { expectBeginsWith, hasFailed } from './command-expectations.js';
import { commands } from './commands.js';
import { describeOutcome } from './expectations.js';
import { mlx5, type UserContext } from './mlx5.js';
import type { HexBytes } from './parameter-types.js';
import type { FwctlWorld } from './world.js';

/** How often the firmware received a command since the device appeared. */
export async function expectReceived(world: FwctlWorld, command: Mlx5CommandName, count: number): Promise<void> {
  world.judge.expectNumber(`${command} received by the firmware`, count, (await mlx5(world).received(command)).length);
}

function onlyOne(world: FwctlWorld, what: string, messages: readonly Uint8Array[]): Uint8Array {
  world.judge.expectNumber(what, 1, messages.length);
  return messages[0] ?? new Uint8Array(0);
}

/** The firmware holds as many user contexts, each with an id of its own. */
export async function expectUserContexts(world: FwctlWorld, count: number): Promise<void> {
  const uids = await mlx5(world).uids();
  mlx5(world).rememberUid(uids.at(-1));
  world.judge.expectNumber('user contexts that the firmware holds', count, new Set(uids).size);
}

export async function expectRequestedCapabilities(world: FwctlWorld, capabilities: number): Promise<void> {
  const message = onlyOne(world, 'CREATE_UCTX received by the firmware', await mlx5(world).received('CREATE_UCTX'));
  world.judge.expectNumber('capabilities asked for', capabilities, readU32(message, CREATE_UCTX.capabilities));
}

/** However many there were, and at least one. */
export async function expectEachRequested(world: FwctlWorld, capabilities: number): Promise<void> {
  const asked = (await mlx5(world).received('CREATE_UCTX')).map((message) => readU32(message, CREATE_UCTX.capabilities));
  const expected = Array.from({ length: Math.max(asked.length, 1) }, () => capabilities);
  world.judge.expect('capabilities asked for', expected.join(', '), asked.join(', '));
}

/** For the user context that the scenario counted last. */
export async function expectDestroyed(world: FwctlWorld): Promise<void> {
  const message = onlyOne(world, 'DESTROY_UCTX received by the firmware', await mlx5(world).received('DESTROY_UCTX'));
  world.judge.expectNumber('uid of the destroyed user context', mlx5(world).rememberedUid, readU16(message, DESTROY_UCTX.uid));
}

export async function expectArrivedUnderUid(world: FwctlWorld, { id: own }: UserContext): Promise<void> {
  world.judge.expectNumber('uid in the command that arrived', own, readU16(await commands(world).onlyArrived(), MLX5_REQUEST.uid));
}

/** Everything but the uid is as the caller wrote it. */
export async function expectArrivedUnchanged(world: FwctlWorld): Promise<void> {
  const unlabelled = (bytes: Uint8Array): Uint8Array => bytes.map((byte, index) => (isUidByte(index) ? 0 : byte));
  world.judge.expectBytes(
    'the command that arrived, its uid aside',
    unlabelled(commands(world).sent),
    unlabelled(await commands(world).onlyArrived()),
  );
}

/** Which lengths are taken is the matter of another rule; a call that failed may have sent nothing. */
export async function expectArrivedUnchangedIfAtAll(world: FwctlWorld): Promise<void> {
  const isRefused = hasFailed(world) && (await commands(world).arrived()).length === 0;
  if (!isRefused) await expectArrivedUnchanged(world);
}

/** These bytes in the response to a command that was carried out; how a refusal is told is the matter of other rules. */
export function expectBeginsWithOrError(world: FwctlWorld, bytes: HexBytes): void {
  const { outcome, data } = world.caller.takeResult();
  const { status } = responseHeader(data);
  const told = outcome.ok ? (statusName(status) ?? String(status)) : outcome.errno;
  if (told === 'OK') expectBeginsWith(world, bytes);
  else world.judge.expect('what the caller is told', 'an error', told, true);
}

function isUidByte(index: number): boolean {
  return index === MLX5_REQUEST.uid || index === MLX5_REQUEST.uid + 1;
}

/** An error status in the response; or an errno, since how a refusal is told is the matter of other rules. */
export function expectCarriedOut(world: FwctlWorld, wanted: boolean): void {
  const { outcome, data } = world.caller.takeResult();
  const { status } = responseHeader(data);
  const actual = outcome.ok ? `status ${statusName(status) ?? status}` : describeOutcome(outcome);
  world.judge.expect('what became of the command', wanted ? 'status OK' : 'an error', actual, (actual === 'status OK') === wanted);
}

export function expectResponse(world: FwctlWorld, status: string, syndrome: number): void {
  const header = responseHeader(world.caller.judgedResult.data);
  world.judge.expect('status in the response', status, statusName(header.status) ?? String(header.status));
  world.judge.expectNumber('syndrome in the response', syndrome, header.syndrome);
}

export function expectInfo(world: FwctlWorld, length: number, { id, capabilities }: UserContext): void {
  const { data, reportedLength } = world.caller.judgedResult;
  const view = new DataView(Uint8Array.from(data).buffer);
  world.judge.expectNumber('length of the device data', length, reportedLength);
  world.judge.expectNumber('uid in the device data', id, view.getUint32(MLX5_INFO.uid, true));
  world.judge.expectNumber('capabilities in the device data', capabilities, view.getUint32(MLX5_INFO.capabilities, true));
}

export async function expectCapabilities(world: FwctlWorld, functionId: number, are: 'present' | 'gone'): Promise<void> {
  const page = await mlx5(world).currentCapabilities(functionId);
  world.judge.expect(`capabilities of function ${functionId}`, are, page.some((byte) => byte !== 0) ? 'present' : 'gone');
}
