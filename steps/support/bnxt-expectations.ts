import { BNXT_CAPABILITIES, BNXT_INFO, GET_TIME } from '../../kit/formats/bnxt/arguments.js';
import {
  type BufferField,
  bufferAddress,
  bufferLength,
  buffersOfRequest,
  type RequestWithBuffers,
} from '../../kit/formats/bnxt/buffers.js';
import { buildHwrmRequest, errorCodeName, HWRM_REQUEST, type HwrmErrorCode, hwrmErrorCode } from '../../kit/formats/bnxt/hwrm.js';
import { requestTypeName } from '../../kit/formats/bnxt/request-types.js';
import { readU32 } from '../../kit/formats/little-endian.js';
import type { Scope } from '../../kit/uapi/scope.js';
import { sampleTime } from './bnxt.js';
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

/** The request that arrived points elsewhere than into any of the caller's buffers. */
export async function expectOtherAddresses(world: FwctlWorld): Promise<void> {
  const { sent } = commands(world);
  const { buffers } = kindOfSent(world);
  const arrived = await commands(world).onlyArrived();
  for (const field of buffers) {
    const address = bufferAddress(arrived, field);
    const isOther = buffers.every((other) => !isWithin(address, sent, other));
    const what = `the address at offset ${field.address} of the request that arrived`;
    world.judge.expect(what, 'another than that of the caller', isOther ? 'another than that of the caller' : 'that of the caller');
  }
}

/** No buffer begins within another one. */
export async function expectBuffersApart(world: FwctlWorld): Promise<void> {
  const { buffers } = kindOfSent(world);
  const arrived = await commands(world).onlyArrived();
  const isShared = buffers.some((field) =>
    buffers.some((other) => other !== field && isWithin(bufferAddress(arrived, field), arrived, other)),
  );
  world.judge.expect('where the buffers of the request that arrived lie', 'apart', isShared ? 'one within the other' : 'apart');
}

function isWithin(address: number, request: Uint8Array, field: BufferField): boolean {
  const start = bufferAddress(request, field);
  return address >= start && address < start + bufferLength(request, field);
}

function kindOfSent(world: FwctlWorld): RequestWithBuffers {
  const kind = buffersOfRequest(commands(world).sent);
  if (kind === null) throw new Error('the request that was sent has no buffers');
  return kind;
}

/** Behind the header, and as much as there is room for. */
export function expectTime(world: FwctlWorld): void {
  const { data } = world.caller.judgedResult;
  const expected = sampleTime().subarray(0, Math.max(data.length - GET_TIME.year, 0));
  world.judge.expectBytes('the time in the response', expected, data.subarray(GET_TIME.year, GET_TIME.year + expected.length));
}

/** The types between the two, and these themselves; each is sent as a header. */
export async function expectUnnamedRefused(world: FwctlWorld, first: number, last: number, scope: Scope): Promise<void> {
  const types = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((type) => requestTypeName(type) === undefined);
  const admitted: string[] = [];
  await commands(world).mark();
  await world.machine.inShort(`send each of ${types.length} types that no rule names`, async () => {
    for (const type of types) {
      await commands(world).sendNext({ request: buildHwrmRequest(type), scope });
      if (world.caller.takeResult().outcome.ok) admitted.push(`0x${type.toString(16)}`);
    }
    return `${admitted.length} of the calls succeeded`;
  });
  world.judge.expectNothing('types that no rule names, and whose calls succeeded', admitted);
}
