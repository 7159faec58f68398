import { CXL_RPC_OUT } from '../../kit/formats/cxl/fwctl-rpc.js';
import { FEATURE_SELECTIONS } from '../../kit/formats/cxl/get-feature.js';
import { CXL_RETURN_CODES, type CxlReturnCodeName, returnCodeName } from '../../kit/formats/cxl/return-codes.js';
import type { CxlFeature } from '../../kit/subject/device-setups.js';
import { cxl } from './cxl.js';
import { newValue } from './cxl-features.js';
import { describeOutcome } from './expectations.js';
import type { FwctlWorld } from './world.js';

/** How many commands reached the mailbox with the last call. */
export async function expectArrived(world: FwctlWorld, count: number): Promise<void> {
  world.judge.expectNumber('commands that reached the mailbox', count, (await cxl(world).arrived()).length);
}

/** The value as it was, or as the caller sets it. */
export type Age = 'old' | 'new';

function valueWhen(feature: CxlFeature, age: Age): Uint8Array {
  return age === 'old' ? feature.value : newValue(feature);
}

export async function expectLookedUp(world: FwctlWorld, selection: keyof typeof FEATURE_SELECTIONS, age: Age): Promise<void> {
  const value = await cxl(world).value(FEATURE_SELECTIONS[selection]);
  world.judge.expectBytes(`the ${selection} value of the feature`, valueWhen(cxl(world).feature, age), value);
}

/** The old value ahead of the offset, and the new one from there on. */
export async function expectSetFrom(world: FwctlWorld, offset: number): Promise<void> {
  const { feature } = cxl(world);
  const expected = newValue(feature);
  expected.set(feature.value.subarray(0, offset));
  world.judge.expectBytes('the current value of the feature', expected, await cxl(world).value());
}

/** The answer of the device that holds the data and says how long it is, and nothing of a failure. */
export function expectData(world: FwctlWorld, value: Uint8Array): void {
  const { size, returnCode, payload } = cxl(world).answer;
  world.judge.expect('the return code', 'Success', describeReturnCode(returnCode));
  world.judge.expectNumber('the size in the answer', value.length, size);
  world.judge.expectBytes('the data in the answer', value, payload.subarray(0, value.length));
}

export function expectValue(world: FwctlWorld, age: Age): void {
  expectData(world, valueWhen(cxl(world).feature, age));
}

/** out_len tells how long header and data are. Linux 7.2 counts eight bytes more, which mean nothing. */
export function expectReportedLength(world: FwctlWorld, length: number): void {
  const exact = CXL_RPC_OUT.headerLength + length;
  const lengths = [exact, exact + CXL_RPC_OUT.headerLength];
  const { reportedLength } = world.caller.judgedResult;
  world.judge.expect('out_len', lengths.join(' or '), String(reportedLength), lengths.includes(reportedLength));
}

export function expectReturnCode(world: FwctlWorld, expected: CxlReturnCodeName): void {
  const { size, returnCode } = cxl(world).answer;
  world.judge.expect('the return code', expected, describeReturnCode(returnCode));
  world.judge.expectNumber('the size in the answer', 0, size);
}

export function describeReturnCode(code: number): string {
  return returnCodeName(code) ?? String(code);
}

/** An errno, or a return code that is not that of success. */
export function expectToldOfFailure(world: FwctlWorld): void {
  const { outcome } = world.caller.takeResult();
  const { returnCode } = cxl(world).answer;
  const actual = outcome.ok ? describeReturnCode(returnCode) : describeOutcome(outcome);
  const failed = !outcome.ok || returnCode !== CXL_RETURN_CODES.Success;
  world.judge.expect('what the caller is told', 'an errno, or a return code other than Success', actual, failed);
}

/** The documentation promises one reserved word, which is zero; Linux 7.2 gives none. */
const INFO_LENGTHS = [0, 4] as const;

export function expectZeroInfo(world: FwctlWorld): void {
  const { data, reportedLength } = world.caller.judgedResult;
  const length = INFO_LENGTHS.find((accepted) => accepted === reportedLength);
  world.judge.expect('the length of the device data', INFO_LENGTHS.join(' or '), String(reportedLength), length !== undefined);
  world.judge.expectBytes('the device data', new Uint8Array(reportedLength), data.subarray(0, reportedLength));
}
