import { BNXT_CAPABILITIES, BNXT_INFO } from '../../kit/formats/bnxt/arguments.js';
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

const EVERY_KIND = Object.values(BNXT_CAPABILITIES).reduce((bits, bit) => bits | bit, 0);

/** The data is a bitmap of kinds of commands. */
export function expectEveryKind(world: FwctlWorld, length: number): void {
  const { data, reportedLength } = world.caller.judgedResult;
  world.judge.expectNumber('length of the device data', length, reportedLength);
  world.judge.expectNumber('kinds of commands', EVERY_KIND, readU32(data, BNXT_INFO.capabilities));
}
