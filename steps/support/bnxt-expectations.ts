import { BNXT_CAPABILITIES, BNXT_INFO } from '../../kit/formats/bnxt/arguments.js';
import { bufferAddress, buffersOfRequest } from '../../kit/formats/bnxt/buffers.js';
import { errorCodeName, HWRM_REQUEST, type HwrmErrorCode, hwrmErrorCode } from '../../kit/formats/bnxt/hwrm.js';
import { readU32 } from '../../kit/formats/little-endian.js';
import { commands } from './commands.js';
import { describeOutcome } from './expectations.js';
import type { FwctlWorld } from './world.js';

export function expectErrorCode(world: FwctlWorld, wanted: HwrmErrorCode): void {
  const code = hwrmErrorCode(world.caller.judgedResult.data);
  world.judge.expect('error code of the response', wanted, errorCodeName(code) ?? String(code));
}

/** By an errno, or by an error code in the response. */
export function expectToldOfFailure(world: FwctlWorld): void {
  const { outcome, data } = world.caller.takeResult();
  const code = hwrmErrorCode(data);
  const told = outcome.ok ? `error code ${errorCodeName(code) ?? code}` : describeOutcome(outcome);
  world.judge.expect('what the caller is told', 'an errno, or an error code other than SUCCESS', told, !outcome.ok || code !== 0);
}

/** The words of the header that the transport fills in do not count. */
export async function expectArrivedAsSent(world: FwctlWorld): Promise<void> {
  const asSent = (bytes: Uint8Array): Uint8Array => bytes.map((byte, index) => (isOfTransport(index) ? 0 : byte));
  const arrived = await commands(world).onlyArrived();
  world.judge.expectBytes('the request that arrived', asSent(commands(world).sent), asSent(arrived));
}

function isOfTransport(index: number): boolean {
  const { sequence, responseAddress, length } = HWRM_REQUEST;
  return index === sequence || index === sequence + 1 || (index >= responseAddress && index < length);
}

export type CommandKind = keyof typeof BNXT_CAPABILITIES;

/** What there was from the beginning. */
export const INLINE_QUERY_SEND: readonly CommandKind[] = ['INLINE_COMMANDS', 'QUERY_COMMANDS', 'SEND_COMMANDS'];

/** The data is a bitmap of kinds of commands: of these, and of no others. */
export function expectKinds(world: FwctlWorld, kinds: readonly CommandKind[], length: number): void {
  const { data, reportedLength } = world.caller.judgedResult;
  const bits = kinds.reduce((word, kind) => word | BNXT_CAPABILITIES[kind], 0);
  world.judge.expectNumber('length of the device data', length, reportedLength);
  world.judge.expectNumber('kinds of commands', bits, readU32(data, BNXT_INFO.capabilities));
}

/** The request that arrived points elsewhere than the caller's did. */
export async function expectOtherAddresses(world: FwctlWorld): Promise<void> {
  const { sent } = commands(world);
  const kind = buffersOfRequest(sent);
  if (kind === null) throw new Error('the request that was sent has no buffers');
  const arrived = await commands(world).onlyArrived();
  for (const field of kind.buffers) {
    const isOther = bufferAddress(arrived, field) !== bufferAddress(sent, field);
    const what = `the address at offset ${field.address} of the request that arrived`;
    world.judge.expect(what, 'another than that of the caller', isOther ? 'another than that of the caller' : 'that of the caller');
  }
}
